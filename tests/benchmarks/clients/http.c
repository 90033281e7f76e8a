/* HTTP readers, many at once in one thread, each with one connection that is kept. RFC 9112.

   At the end each reader takes the rest of its file, at most for a second: all of that is counted.

   http to=ADDRESS port=PORT file=NAME reference=PATH from=FIRST_OWN_ADDRESS
        [clients=1] [seconds=1]
        [compare=0]    1: every octet is compared; 0: bodies are dropped in the kernel (MSG_TRUNC, tcp(7)), so that the
                       client costs little beside the server, and only their lengths are compared */
#include "load.h"
#include <netinet/tcp.h>

enum { PIECE = 1 << 20, HEAD = 4096 };

struct reader {
    int fd, is_reading;
    uint64_t left, at, octets;
};

static const uint8_t *reference;
static uint64_t file_size;
static char request[256];
static int request_length, is_compared;
static double ends;
static struct { uint64_t files, wrong; } tally;

static void ask(struct reader *me)
{
    me->at = 0;
    me->is_reading = 1;
    if (send(me->fd, request, request_length, 0) != request_length)
        die("a request could not be sent: %s", strerror(errno));
}

static void open_connection(struct reader *me, struct sockaddr_in own, const struct sockaddr_in *server)
{
    me->fd = socket(AF_INET, SOCK_STREAM, 0);
    int one = 1;
    setsockopt(me->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (me->fd < 0 || bind(me->fd, (struct sockaddr *)&own, sizeof own) ||
        connect(me->fd, (const struct sockaddr *)server, sizeof *server))
        die("connect: %s", strerror(errno));
    fcntl(me->fd, F_SETFL, fcntl(me->fd, F_GETFL) | O_NONBLOCK);
    ask(me);
}

static void take(struct reader *me, const uint8_t *octets, uint64_t count)
{
    if (octets && (me->at + count > file_size || memcmp(octets, reference + me->at, count)))
        tally.wrong++;
    me->at += count;
    me->left -= count;
    me->octets += count;
    if (!me->left) {
        tally.files++;
        me->is_reading = 0;
        if (now_s() < ends)
            ask(me);
    }
}

/* The head of an answer. A body that does not have the length of the file is wrong. */
static void read_head(struct reader *me)
{
    static char head[HEAD + 1];
    int count = recv(me->fd, head, HEAD, 0);
    if (count < 0 && errno == EAGAIN)
        return;
    if (count <= 0)
        die("the server closed a connection");
    head[count] = 0;
    char *body = strstr(head, "\r\n\r\n"), *length = strcasestr(head, "\r\nContent-Length:");
    if (strncmp(head, "HTTP/1.1 200 ", 13) || !body || !length || length > body)
        die("no answer that is understood: %.200s", head);
    body += 4;
    me->left = strtoull(length + 17, NULL, 10);
    if (me->left != file_size)
        tally.wrong++;
    if (head + count > body)
        take(me, (uint8_t *)body, head + count - body);
}

static void read_body(struct reader *me)
{
    static uint8_t piece[PIECE];
    uint64_t wanted = me->left < PIECE ? me->left : PIECE;
    ssize_t count = recv(me->fd, piece, wanted, is_compared ? 0 : MSG_TRUNC);
    if (count < 0 && errno == EAGAIN)
        return;
    if (count <= 0)
        die("the server closed a connection inside a body");
    take(me, is_compared ? piece : NULL, count);
}

int main(int count, char **words)
{
    struct sockaddr_in server = address_of(text_of(count, words, "to", NULL), number_of(count, words, "port", 80));
    struct sockaddr_in own = address_of(text_of(count, words, "from", NULL), 0);
    const char *file = text_of(count, words, "file", NULL);
    reference = load_reference(text_of(count, words, "reference", NULL), &file_size);
    int clients = number_of(count, words, "clients", 1);
    double seconds = number_of(count, words, "seconds", 1);
    is_compared = number_of(count, words, "compare", 0);
    request_length = snprintf(request, sizeof request, "GET /%s HTTP/1.1\r\nHost: kit\r\n\r\n", file);
    int poller = epoll_create1(0);
    struct reader *readers = calloc(clients, sizeof *readers);
    double began = now_s();
    ends = began + seconds;
    for (int i = 0; i < clients; i++) {
        open_connection(&readers[i], address_after(own, i), &server);
        struct epoll_event watched = {.events = EPOLLIN, .data.ptr = &readers[i]};
        epoll_ctl(poller, EPOLL_CTL_ADD, readers[i].fd, &watched);
    }
    int reading = clients;
    while (now_s() < ends + 1 && (reading || now_s() < ends)) {
        struct epoll_event events[64];
        int ready = epoll_wait(poller, events, 64, 50);
        for (int i = 0; i < ready; i++) {
            struct reader *me = events[i].data.ptr;
            me->left ? read_body(me) : read_head(me);
        }
        reading = 0;
        for (int i = 0; i < clients; i++)
            reading += readers[i].is_reading;
    }
    uint64_t octets = 0;
    for (int i = 0; i < clients; i++)
        octets += readers[i].octets;
    printf("{\"octets\": %lu, \"seconds\": %.6f, \"cpu_s\": %.6f, \"files\": %lu, \"wrong\": %lu}\n", octets,
           now_s() - began, own_cpu_s(), tally.files, tally.wrong);
    return 0;
}
