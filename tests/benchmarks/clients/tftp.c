/* TFTP readers, many at once in one thread. RFC 1350, 2347, 2348, 7440.

   Every octet is compared with a reference file. As EDK2 does, a reader acknowledges each block that comes out of
   turn with the last one in turn, and says its last word again when nothing has come for timeout_ms.

   tftp to=ADDRESS port=PORT file=NAME reference=PATH from=FIRST_OWN_ADDRESS
        [clients=1] [seconds=1] [block=1456] [window=1] [timeout_ms=4000]
        [whole=0]      1: each reader loads the file once, however long it takes up to seconds
        [delay_us=0]   every datagram of a reader leaves so much later: a round trip added
        [loss=0]       share of datagrams that are lost, of both directions
        [seed=1]       which ones */
#include "load.h"
#include <sys/timerfd.h>

enum { HEADER = 4, BATCH = 32, MOST_TRIES = 6, ROOM = 65536 };
enum stage { ASKING, READING, OVER };

struct reader {
    struct sockaddr_in own, peer;
    int fd, tries;
    enum stage stage;
    unsigned block_size, window, in_window;
    uint64_t expected, octets;
    double began, heard, took;
};

/* A datagram that waits for its time to leave. */
struct leaving {
    double due;
    int fd, length, is_last;
    struct sockaddr_in peer;
    uint8_t octets[128];
};

static const char *file_name;
static const uint8_t *reference;
static uint64_t file_size, losses = 88172645463325252ULL;
static unsigned block_size, window_size;
static double timeout_s, delay_s, loss;
static int is_whole, poller, timer, over_count;
static struct sockaddr_in server;
static struct leaving *queue;
static unsigned queue_room = 1u << 16, queue_first, queue_end;
static struct { uint64_t files, failed, wrong, resent, strays, lost, least_window, least_block; } tally;

static int is_lost(void)
{
    if (loss <= 0 || chance(&losses) >= loss)
        return 0;
    tally.lost++;
    return 1;
}

static void hand_over(int fd, const void *octets, int length, const struct sockaddr_in *peer)
{
    /* A server that has ended says so by ICMP; then the timeout decides. */
    sendto(fd, octets, length, 0, (const struct sockaddr *)peer, peer ? sizeof *peer : 0);
}

static void wake_at(double due)
{
    struct itimerspec when = {.it_value = {(time_t)due, (long)((due - (time_t)due) * 1e9) + 1}};
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, NULL);
}

/* peer: NULL for a connected socket. is_last: the socket closes once this has left; length 0 for nothing but that. */
static void say(struct reader *me, const void *octets, int length, const struct sockaddr_in *peer, int is_last)
{
    int goes = !is_lost();
    if (delay_s <= 0) {
        if (goes && length)
            hand_over(me->fd, octets, length, peer);
        if (is_last)
            close(me->fd);
        return;
    }
    struct leaving *next = &queue[queue_end++ % queue_room];
    if (queue_end - queue_first > queue_room)
        die("too many datagrams wait");
    next->due = now_s() + delay_s;
    next->fd = me->fd, next->length = goes ? length : 0, next->is_last = is_last;
    next->peer = peer ? *peer : (struct sockaddr_in){.sin_family = AF_UNSPEC};
    memcpy(next->octets, octets, length);
    if (queue_end - queue_first == 1)
        wake_at(next->due);
}

static void let_leave(void)
{
    double now = now_s();
    while (queue_first != queue_end && queue[queue_first % queue_room].due <= now) {
        struct leaving *it = &queue[queue_first++ % queue_room];
        if (it->length)
            hand_over(it->fd, it->octets, it->length, it->peer.sin_family == AF_INET ? &it->peer : NULL);
        if (it->is_last)
            close(it->fd);
    }
    if (queue_first != queue_end)
        wake_at(queue[queue_first % queue_room].due);
}

static void ask(struct reader *me)
{
    char request[128];
    int length = 2 + sprintf(request + 2, "%s", file_name) + 1;
    request[0] = 0, request[1] = 1;
    length += sprintf(request + length, "octet") + 1;
    length += sprintf(request + length, "blksize") + 1;
    length += sprintf(request + length, "%u", block_size) + 1;
    if (window_size > 1) {
        length += sprintf(request + length, "windowsize") + 1;
        length += sprintf(request + length, "%u", window_size) + 1;
    }
    me->heard = now_s();
    say(me, request, length, &server, 0);
}

static void begin(struct reader *me)
{
    me->fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    if (me->fd < 0 || bind(me->fd, (struct sockaddr *)&me->own, sizeof me->own))
        die("socket of a reader: %s", strerror(errno));
    grow_receive_buffer(me->fd, 4 << 20);
    struct epoll_event watched = {.events = EPOLLIN, .data.ptr = me};
    epoll_ctl(poller, EPOLL_CTL_ADD, me->fd, &watched);
    me->stage = ASKING;
    me->tries = 0;
    me->block_size = 512, me->window = 1, me->in_window = 0, me->expected = 1;
    me->began = now_s();
    ask(me);
}

static void acknowledge(struct reader *me, int is_last)
{
    uint16_t block = me->expected - 1;
    uint8_t ack[4] = {0, 4, block >> 8, block & 255};
    me->in_window = 0;
    say(me, ack, 4, NULL, is_last);
}

static void end(struct reader *me, int is_good, int is_told)
{
    epoll_ctl(poller, EPOLL_CTL_DEL, me->fd, NULL);
    me->took = now_s() - me->began;
    is_good ? tally.files++ : tally.failed++;
    if (!is_told)
        say(me, "", 0, NULL, 1);
    if (is_whole) {
        me->stage = OVER;
        over_count++;
    } else {
        begin(me);
    }
}

/* Takes the server's port and terms. Returns 0 for what is none of ours. */
static int meet(struct reader *me, const uint8_t *datagram, int length, const struct sockaddr_in *peer)
{
    int is_oack = length >= 2 && datagram[1] == 6;
    if (!is_oack && !(length >= HEADER && datagram[1] == 3))
        return 0;
    if (connect(me->fd, (const struct sockaddr *)peer, sizeof *peer))
        die("connect: %s", strerror(errno));
    me->peer = *peer;
    me->stage = READING;
    for (int at = 2; is_oack && at < length;) {
        const char *name = (const char *)datagram + at;
        at += strnlen(name, length - at) + 1;
        const char *value = (const char *)datagram + at;
        if (at >= length)
            break;
        at += strnlen(value, length - at) + 1;
        if (!strcasecmp(name, "blksize"))
            me->block_size = atoi(value);
        else if (!strcasecmp(name, "windowsize"))
            me->window = atoi(value);
    }
    if (me->block_size < tally.least_block)
        tally.least_block = me->block_size;
    if (me->window < tally.least_window)
        tally.least_window = me->window;
    if (is_oack)
        acknowledge(me, 0);
    return !is_oack;
}

/* Returns 0 when the reader has ended with this. */
static int take(struct reader *me, const uint8_t *datagram, int length)
{
    if (length < HEADER || datagram[0] || datagram[1] != 3) {
        if (length >= HEADER && datagram[1] == 5) {
            fprintf(stderr, "error %d: %.*s\n", datagram[3], length - HEADER, datagram + HEADER);
            end(me, 0, 0);
            return 0;
        }
        tally.strays++;
        if (length >= 2 && datagram[1] == 6 && me->expected == 1)
            acknowledge(me, 0); /* Our ACK of the OACK was lost. */
        return 1;
    }
    me->heard = now_s();
    if ((datagram[2] << 8 | datagram[3]) != (uint16_t)me->expected) {
        tally.strays++;
        acknowledge(me, 0);
        return 1;
    }
    uint64_t at = (me->expected - 1) * me->block_size;
    uint64_t left = file_size - at, wanted = left < me->block_size ? left : me->block_size;
    if ((uint64_t)(length - HEADER) != wanted || memcmp(datagram + HEADER, reference + at, wanted))
        tally.wrong++;
    me->octets += length - HEADER;
    me->expected++;
    me->in_window++;
    me->tries = 0;
    int is_last = (unsigned)(length - HEADER) < me->block_size;
    if (is_last || me->in_window >= me->window)
        acknowledge(me, is_last);
    if (is_last)
        end(me, 1, 1);
    return !is_last;
}

static void read_one(struct reader *me)
{
    static uint8_t datagram[ROOM];
    struct sockaddr_in peer;
    socklen_t peer_size = sizeof peer;
    int is_asking = me->stage == ASKING;
    int length = is_asking ? recvfrom(me->fd, datagram, sizeof datagram, 0, (struct sockaddr *)&peer, &peer_size)
                           : recv(me->fd, datagram, sizeof datagram, 0);
    if (length < 0 || is_lost())
        return;
    if (!is_asking || meet(me, datagram, length, &peer))
        take(me, datagram, length);
}

/* What waits of a window, by one call. */
static void read_many(struct reader *me)
{
    static uint8_t room[BATCH][2048];
    static struct iovec pieces[BATCH];
    static struct mmsghdr datagrams[BATCH];
    for (int i = 0; i < BATCH; i++) {
        pieces[i] = (struct iovec){room[i], sizeof room[i]};
        datagrams[i] = (struct mmsghdr){.msg_hdr = {.msg_iov = &pieces[i], .msg_iovlen = 1}};
    }
    int count = recvmmsg(me->fd, datagrams, BATCH, 0, NULL);
    for (int i = 0; i < count; i++)
        if (!is_lost() && !take(me, room[i], datagrams[i].msg_len))
            return;
}

static void look_at_clock(struct reader *readers, int count)
{
    double now = now_s();
    for (int i = 0; i < count; i++) {
        struct reader *me = &readers[i];
        if (me->stage == OVER || now - me->heard < timeout_s)
            continue;
        if (++me->tries > MOST_TRIES) {
            end(me, 0, 0);
            continue;
        }
        tally.resent++;
        me->heard = now;
        if (me->stage == ASKING)
            ask(me);
        else
            acknowledge(me, 0);
    }
}

static void run(struct reader *readers, int count, double ends)
{
    struct epoll_event events[64];
    double look_at = now_s() + 0.05;
    int pause_ms = timeout_s < 0.2 ? 5 : 50;
    while (now_s() < ends && over_count < count) {
        int ready = epoll_wait(poller, events, 64, pause_ms);
        for (int i = 0; i < ready; i++) {
            struct reader *me = events[i].data.ptr;
            uint64_t ticks;
            if (!me) {
                if (read(timer, &ticks, sizeof ticks) > 0)
                    let_leave();
            } else if (me->stage == READING && me->window > 1) {
                read_many(me);
            } else {
                read_one(me);
            }
        }
        if (now_s() >= look_at) {
            look_at_clock(readers, count);
            look_at = now_s() + pause_ms * 1e-3;
        }
    }
}

static void report(struct reader *readers, int count, double seconds)
{
    uint64_t octets = 0, least = UINT64_MAX, most = 0;
    double fastest = 1e9, slowest = 0, sum = 0;
    for (int i = 0; i < count; i++) {
        struct reader *me = &readers[i];
        octets += me->octets;
        least = me->octets < least ? me->octets : least;
        most = me->octets > most ? me->octets : most;
        double took = me->stage == OVER ? me->took : seconds;
        sum += took;
        fastest = took < fastest ? took : fastest;
        slowest = took > slowest ? took : slowest;
    }
    if (is_whole)
        tally.failed += count - over_count;
    printf("{\"octets\": %lu, \"seconds\": %.6f, \"cpu_s\": %.6f, \"files\": %lu, \"failed\": %lu, \"wrong\": %lu, ",
           octets, seconds, own_cpu_s(), tally.files, tally.failed, tally.wrong);
    printf("\"resent\": %lu, \"strays\": %lu, \"lost\": %lu, \"window\": %lu, \"block\": %lu, ", tally.resent,
           tally.strays, tally.lost, tally.least_window, tally.least_block);
    printf("\"least_octets\": %lu, \"most_octets\": %lu, \"fastest_s\": %.6f, \"slowest_s\": %.6f, ", least, most,
           fastest, slowest);
    printf("\"mean_s\": %.6f}\n", sum / count);
}

int main(int count, char **words)
{
    server = address_of(text_of(count, words, "to", NULL), number_of(count, words, "port", 69));
    file_name = text_of(count, words, "file", NULL);
    reference = load_reference(text_of(count, words, "reference", NULL), &file_size);
    struct sockaddr_in own = address_of(text_of(count, words, "from", NULL), 0);
    int clients = number_of(count, words, "clients", 1);
    double seconds = number_of(count, words, "seconds", 1);
    block_size = number_of(count, words, "block", 1456);
    window_size = number_of(count, words, "window", 1);
    timeout_s = number_of(count, words, "timeout_ms", 4000) * 1e-3;
    is_whole = number_of(count, words, "whole", 0);
    delay_s = number_of(count, words, "delay_us", 0) * 1e-6;
    loss = number_of(count, words, "loss", 0);
    losses += (uint64_t)number_of(count, words, "seed", 1) * 0x9e3779b97f4a7c15ULL;
    if (strlen(file_name) > 60 || block_size > 2044)
        die("the name or the block is too long");
    tally.least_window = tally.least_block = UINT16_MAX;
    queue = calloc(queue_room, sizeof *queue);
    poller = epoll_create1(0);
    timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    struct epoll_event watched = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(poller, EPOLL_CTL_ADD, timer, &watched);
    struct reader *readers = calloc(clients, sizeof *readers);
    double began = now_s();
    for (int i = 0; i < clients; i++) {
        readers[i].own = address_after(own, i);
        begin(&readers[i]);
    }
    run(readers, clients, began + seconds);
    double passed = now_s() - began;
    static const uint8_t goodbye[] = "\0\5\0\0done";
    for (int i = 0; i < clients; i++)
        if (readers[i].stage == READING)
            hand_over(readers[i].fd, goodbye, sizeof goodbye, NULL);
    report(readers, clients, passed);
    return 0;
}
