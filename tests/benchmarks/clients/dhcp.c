/* Computers that look for a boot server, each with a hardware address of its own. RFC 2131, 4578.

   dhcp device=CARD template=HEX uuid_at=OFFSET
        template: a DISCOVER; xid, hardware address and UUID become those of each computer
        [first=0]        number of the first computer; the rest count on from there
        [burst=0]        so many ask at once; ends when all are answered, or nothing has come for patience_ms
        [flight=30]      else: so many wait for their answer at any time, for [seconds=1]
        [patience_ms=500] */
#include "load.h"

#ifndef SO_SNDBUFFORCE
#define SO_SNDBUFFORCE 32
#endif

enum { XID = 4, YIADDR = 16, HARDWARE = 28, COOKIE = 236, OPTIONS = 240, ROOM = 2048, MANY = 64 };

static uint8_t template[ROOM];
static unsigned template_size, uuid_at, first;
static uint8_t *is_answered;
static unsigned most, asked, answered, wrong, asked_again;
static struct sockaddr_in everybody;
static int sock;

static void read_template(const char *hex)
{
    for (; hex[0] && hex[1]; hex += 2) {
        unsigned octet;
        if (template_size == ROOM || sscanf(hex, "%2x", &octet) != 1)
            die("template");
        template[template_size++] = octet;
    }
    if (template_size < OPTIONS || uuid_at + 16 > template_size)
        die("the template is no DISCOVER");
}

/* number: which computer asks. */
static unsigned write_discover(uint8_t *to, uint32_t number)
{
    uint32_t wire = htonl(number);
    memcpy(to, template, template_size);
    memcpy(to + XID, &wire, 4);
    memcpy(to + HARDWARE + 2, &wire, 4);
    memcpy(to + uuid_at + 12, &wire, 4);
    return template_size;
}

static void ask(unsigned count)
{
    static uint8_t octets[MANY][ROOM];
    static struct iovec pieces[MANY];
    static struct mmsghdr datagrams[MANY];
    while (count) {
        unsigned now = count < MANY ? count : MANY;
        for (unsigned i = 0; i < now; i++) {
            pieces[i] = (struct iovec){octets[i], write_discover(octets[i], first + asked + i)};
            datagrams[i] = (struct mmsghdr){.msg_hdr = {&everybody, sizeof everybody, &pieces[i], 1, NULL, 0, 0}};
        }
        int sent = sendmmsg(sock, datagrams, now, 0);
        if (sent <= 0)
            die("sendmmsg: %s", strerror(errno));
        asked += sent;
        count -= sent;
        if (asked > most)
            die("more computers than there are numbers");
    }
}

/* An OFFER for one of ours, without an address in it: a proxy gives none. */
static void take(const uint8_t *octets, int size)
{
    uint32_t number, hardware;
    if (size < OPTIONS || octets[0] != 2)
        return;
    memcpy(&number, octets + XID, 4);
    memcpy(&hardware, octets + HARDWARE + 2, 4);
    uint32_t yiaddr, at = ntohl(number) - first;
    memcpy(&yiaddr, octets + YIADDR, 4);
    int type = 0;
    for (int i = OPTIONS; i + 2 < size && octets[i] != 255; i += octets[i] ? 2 + octets[i + 1] : 1)
        if (octets[i] == 53)
            type = octets[i + 2];
    if (number != hardware || yiaddr || type != 2) {
        wrong++;
    } else if (at >= asked) {
        return; /* to a computer of an earlier run, late */
    } else if (!is_answered[at]) {
        is_answered[at] = 1;
        answered++;
    }
}

/* Returns how many datagrams came. */
static int receive(void)
{
    static uint8_t octets[MANY][ROOM];
    static struct iovec pieces[MANY];
    static struct mmsghdr datagrams[MANY];
    for (int i = 0; i < MANY; i++) {
        pieces[i] = (struct iovec){octets[i], ROOM};
        datagrams[i] = (struct mmsghdr){.msg_hdr = {.msg_iov = &pieces[i], .msg_iovlen = 1}};
    }
    int count = recvmmsg(sock, datagrams, MANY, MSG_WAITFORONE, NULL);
    for (int i = 0; i < count; i++)
        take(octets[i], datagrams[i].msg_len);
    return count;
}

/* Returns when the last answer came. */
static double burst(unsigned count)
{
    double last = now_s();
    ask(count);
    while (answered < count && receive() > 0)
        last = now_s();
    return last;
}

static double steadily(unsigned flight, double ends)
{
    ask(flight);
    while (now_s() < ends) {
        unsigned before = answered;
        if (receive() <= 0) {
            asked_again += flight;
            ask(flight);
        } else {
            ask(answered - before);
        }
    }
    return now_s();
}

int main(int count, char **words)
{
    const char *device = text_of(count, words, "device", NULL);
    uuid_at = number_of(count, words, "uuid_at", 0);
    read_template(text_of(count, words, "template", NULL));
    first = number_of(count, words, "first", 0);
    unsigned at_once = number_of(count, words, "burst", 0), flight = number_of(count, words, "flight", 30);
    double seconds = number_of(count, words, "seconds", 1);
    long patience_us = number_of(count, words, "patience_ms", 500) * 1000;
    most = at_once ? at_once : 1000000 * (1 + seconds);
    is_answered = calloc(most + MANY, 1);
    everybody = address_of("255.255.255.255", 67);
    sock = socket(AF_INET, SOCK_DGRAM, 0);
    int one = 1, room = 64 << 20;
    setsockopt(sock, SOL_SOCKET, SO_BROADCAST, &one, sizeof one);
    setsockopt(sock, SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room);
    grow_receive_buffer(sock, room);
    struct timeval patience = {patience_us / 1000000, patience_us % 1000000};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    struct sockaddr_in own = address_of("0.0.0.0", 68);
    if (setsockopt(sock, SOL_SOCKET, SO_BINDTODEVICE, device, strlen(device) + 1) ||
        bind(sock, (struct sockaddr *)&own, sizeof own))
        die("port 68 of %s: %s", device, strerror(errno));
    double began = now_s(), ended = at_once ? burst(at_once) : steadily(flight, began + seconds);
    printf("{\"asked\": %u, \"answered\": %u, \"wrong\": %u, \"asked_again\": %u, \"seconds\": %.6f, \"cpu_s\": %.6f}\n",
           asked, answered, wrong, asked_again, ended - began, own_cpu_s());
    return 0;
}
