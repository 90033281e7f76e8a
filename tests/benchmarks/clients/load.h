/* What the load clients share: clock, own CPU time, words of the form key=value, and an end with a reason.

   Each client prints one JSON object with its figures and among them cpu_s, its own CPU seconds: where that is near
   the seconds it ran, the client is the limit and not the server. */
#ifndef LOAD_H
#define LOAD_H

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifndef SO_RCVBUFFORCE
#define SO_RCVBUFFORCE 33
#endif

__attribute__((noreturn, format(printf, 1, 2))) static void die(const char *form, ...)
{
    va_list rest;
    va_start(rest, form);
    vfprintf(stderr, form, rest);
    va_end(rest);
    fputc('\n', stderr);
    exit(1);
}

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static double own_cpu_s(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6;
}

/* The value of the last word "key=value", or a default. */
static const char *text_of(int count, char **words, const char *key, const char *otherwise)
{
    size_t length = strlen(key);
    for (int i = count - 1; i > 0; i--)
        if (!strncmp(words[i], key, length) && words[i][length] == '=')
            return words[i] + length + 1;
    if (!otherwise)
        die("%s=... is missing", key);
    return otherwise;
}

static double number_of(int count, char **words, const char *key, double otherwise)
{
    const char *text = text_of(count, words, key, "");
    if (!*text)
        return otherwise;
    char *end;
    double value = strtod(text, &end);
    if (*end)
        die("%s=%s is no number", key, text);
    return value;
}

static struct sockaddr_in address_of(const char *text, int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    if (inet_pton(AF_INET, text, &address.sin_addr) != 1)
        die("%s is no IPv4 address", text);
    return address;
}

/* The address that many places after another one. */
__attribute__((unused)) static struct sockaddr_in address_after(struct sockaddr_in first, uint32_t places)
{
    first.sin_addr.s_addr = htonl(ntohl(first.sin_addr.s_addr) + places);
    first.sin_port = 0;
    return first;
}

/* A file of what is expected, in memory; pages are read in before anything is measured. */
__attribute__((unused)) static const uint8_t *load_reference(const char *path, uint64_t *size)
{
    int fd = open(path, O_RDONLY);
    struct stat status;
    if (fd < 0 || fstat(fd, &status))
        die("%s: %s", path, strerror(errno));
    *size = status.st_size;
    void *octets = mmap(NULL, *size ? *size : 1, PROT_READ, MAP_SHARED | MAP_POPULATE, fd, 0);
    if (octets == MAP_FAILED)
        die("%s: %s", path, strerror(errno));
    close(fd);
    return octets;
}

__attribute__((unused)) static void grow_receive_buffer(int fd, int size)
{
    if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size))
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
}

/* xorshift64*: the same losses for the same seed. */
__attribute__((unused)) static double chance(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (*state * 2685821657736338717ULL >> 11) * 0x1p-53;
}

#endif
