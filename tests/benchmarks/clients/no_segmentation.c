/* A kernel without UDP segmentation (UDP GSO, Linux before 4.18), as far as the program in front of it can tell. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>

enum { SEGMENT = 103, LEVEL_UDP = 17 };

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
    static ssize_t (*real)(int, const struct msghdr *, int);
    for (struct cmsghdr *each = CMSG_FIRSTHDR(message); each; each = CMSG_NXTHDR((struct msghdr *)message, each))
        if (each->cmsg_level == LEVEL_UDP && each->cmsg_type == SEGMENT) {
            errno = EINVAL; /* what kernels say to control messages that they do not know */
            return -1;
        }
    if (!real)
        real = (ssize_t(*)(int, const struct msghdr *, int))dlsym(RTLD_NEXT, "sendmsg");
    return real(fd, message, flags);
}

int setsockopt(int fd, int level, int option, const void *value, socklen_t size)
{
    static int (*real)(int, int, int, const void *, socklen_t);
    if (level == LEVEL_UDP && option == SEGMENT) {
        errno = ENOPROTOOPT;
        return -1;
    }
    if (!real)
        real = (int (*)(int, int, int, const void *, socklen_t))dlsym(RTLD_NEXT, "setsockopt");
    return real(fd, level, option, value, size);
}
