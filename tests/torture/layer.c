/* Stands between a process and the file system (LD_PRELOAD) for all that lies below one folder.
 *
 * It counts the steps: calls that change something there or make it lasting. It can write each step
 * down, let one fail, or kill the process at one. layer.py compiles it and says what to do:
 *   TORTURE_ROOT   the folder
 *   TORTURE_LOG    where steps are written down; layer.py reads them
 *   TORTURE_AT     the number of the step that meets the fault, from 1
 *   TORTURE_FAULT  kill | an errno
 *   TORTURE_STAYS  1: every later step meets it too
 *   TORTURE_OPENS  1: only opening a file is a step, reading ones too
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))
#define FDS 65536

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1, fault = 0, kills = 0, stays = 0, opens = 0;
static long at = 0, steps = 0;
static char below_root[FDS]; /* of a descriptor: 0 not looked at, 1 elsewhere, 2 below the folder */

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    const char *value = getenv("TORTURE_ROOT");
    if (!value) return;
    snprintf(root, sizeof root, "%s", value);
    root_length = strlen(root);
    if ((value = getenv("TORTURE_LOG")))
        log_file = syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if ((value = getenv("TORTURE_AT"))) at = atol(value);
    if ((value = getenv("TORTURE_FAULT"))) {
        kills = !strcmp(value, "kill");
        fault = kills ? 0 : atoi(value);
    }
    stays = (value = getenv("TORTURE_STAYS")) && *value == '1';
    opens = (value = getenv("TORTURE_OPENS")) && *value == '1';
}

static int is_below(const char *path) {
    return root_length && !strncmp(path, root, root_length) &&
           (path[root_length] == '/' || !path[root_length]);
}

static int path_of_fd(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return 1;
}

/* The absolute path; 0 when it is not below the folder. Links in folders' names do not occur. */
static int absolute(int folder, const char *path, char *full) {
    if (!root_length || !path) return 0;
    if (*path == '/') {
        snprintf(full, PATH_MAX, "%s", path);
    } else {
        char base[PATH_MAX];
        if (folder == AT_FDCWD ? !getcwd(base, sizeof base) : !path_of_fd(folder, base)) return 0;
        if (strlen(base) + strlen(path) + 2 > PATH_MAX) return 0;
        strcpy(full, base);
        strcat(full, "/");
        strcat(full, path);
    }
    return is_below(full);
}

static int watched(int fd) {
    if (!root_length || fd < 0 || fd >= FDS) return 0;
    if (!below_root[fd]) {
        char path[PATH_MAX];
        below_root[fd] = path_of_fd(fd, path) && is_below(path) ? 2 : 1;
    }
    return below_root[fd] == 2;
}

static void forget(int fd) {
    if (fd >= 0 && fd < FDS) below_root[fd] = 0;
}

struct record { uint64_t inode, offset; uint32_t path_size, data_size; char kind, pad[7]; };

static void put(char kind, uint64_t inode, uint64_t offset, const char *path, const void *data, size_t size) {
    if (log_file < 0) return;
    size_t path_size = path ? strlen(path) : 0;
    struct record head = {inode, offset, path_size, size, kind, {0}};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, path_size}, {(void *)data, size}};
    syscall(SYS_writev, log_file, parts, 3);
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return syscall(SYS_newfstatat, fd, "", &found, AT_EMPTY_PATH) ? 0 : found.st_ino;
}

static int is_there(const char *path, uint64_t *inode, off_t *size) {
    struct stat found;
    if (syscall(SYS_newfstatat, AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW)) return 0;
    if (inode) *inode = found.st_ino;
    if (size) *size = found.st_size;
    return 1;
}

/* Whether this step meets the fault; then errno says so. */
static int meets_fault(int is_open) {
    if (opens != is_open) return 0;
    steps++;
    if (!at || !(steps == at || (stays && steps > at))) return 0;
    put('F', 0, steps, NULL, NULL, 0);
    if (kills) kill(getpid(), SIGKILL);
    errno = fault;
    return fault != 0;
}

#define LOCKED pthread_mutex_lock(&turn)
#define DONE(result) do { __typeof__(result) _r = (result); int _e = errno; pthread_mutex_unlock(&turn); errno = _e; return _r; } while (0)

/* ---- names ---------------------------------------------------------------------------------- */

static int opened(int folder, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    int (*open_it)(int, const char *, int, ...) = real("openat64");
    if (!absolute(folder, path, full)) return open_it(folder, path, flags, mode);
    LOCKED;
    if (opens && meets_fault(1)) DONE(-1);
    if (opens) put('O', 0, 0, full, NULL, 0);
    off_t size = 0;
    int there = is_there(full, NULL, &size), makes = (flags & O_CREAT) && !there;
    int empties = (flags & O_TRUNC) && there && size;
    if (!opens && (makes || empties || ((flags & O_ACCMODE) != O_RDONLY && fault == EROFS)) && meets_fault(0)) DONE(-1);
    int fd = open_it(folder, path, flags, mode);
    if (fd >= 0) {
        forget(fd);
        if (makes) put('C', inode_of(fd), 0, full, NULL, 0);
        if (empties) put('T', inode_of(fd), 0, NULL, NULL, 0);
    }
    DONE(fd);
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __openat_2(int folder, const char *path, int flags) { return opened(folder, path, flags, 0); }
int __openat64_2(int folder, const char *path, int flags) { return opened(folder, path, flags, 0); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) { forget(fd); return REAL(close)(fd); }
int dup2(int fd, int other) { forget(other); return REAL(dup2)(fd, other); }
int dup3(int fd, int other, int flags) { forget(other); return REAL(dup3)(fd, other, flags); }

static int renamed(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    char before[PATH_MAX], after[PATH_MAX];
    int ours = absolute(from_folder, from, before) | absolute(to_folder, to, after);
    if (!ours) return syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    LOCKED;
    if (meets_fault(0)) DONE(-1);
    int result = syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (!result) put('R', 0, 0, before, after, strlen(after));
    DONE(result);
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return renamed(a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { return renamed(a, from, b, to, flags); }

static int unlinked(int folder, const char *path, int flags) {
    char full[PATH_MAX];
    if (!absolute(folder, path, full) || !is_there(full, NULL, NULL)) return syscall(SYS_unlinkat, folder, path, flags);
    LOCKED;
    if (fault != ENOSPC && meets_fault(0)) DONE(-1);
    int result = syscall(SYS_unlinkat, folder, path, flags);
    if (!result) put('U', 0, 0, full, NULL, 0);
    DONE(result);
}
int unlink(const char *path) { return unlinked(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return unlinked(folder, path, flags); }
int remove(const char *path) { int r = unlinked(AT_FDCWD, path, 0); return r && errno == EISDIR ? unlinked(AT_FDCWD, path, AT_REMOVEDIR) : r; }
int rmdir(const char *path) { return unlinked(AT_FDCWD, path, AT_REMOVEDIR); }

static int made_folder(int folder, const char *path, mode_t mode) {
    char full[PATH_MAX];
    if (!absolute(folder, path, full) || is_there(full, NULL, NULL)) return syscall(SYS_mkdirat, folder, path, mode);
    LOCKED;
    if (meets_fault(0)) DONE(-1);
    int result = syscall(SYS_mkdirat, folder, path, mode);
    uint64_t inode = 0;
    if (!result && is_there(full, &inode, NULL)) put('M', inode, 0, full, NULL, 0);
    DONE(result);
}
int mkdir(const char *path, mode_t mode) { return made_folder(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return made_folder(folder, path, mode); }

static int linked(const char *target, int folder, const char *path) {
    char full[PATH_MAX];
    if (!absolute(folder, path, full)) return syscall(SYS_symlinkat, target, folder, path);
    LOCKED;
    if (meets_fault(0)) DONE(-1);
    int result = syscall(SYS_symlinkat, target, folder, path);
    if (!result) put('L', 0, 0, full, target, strlen(target));
    DONE(result);
}
int symlink(const char *target, const char *path) { return linked(target, AT_FDCWD, path); }
int symlinkat(const char *target, int folder, const char *path) { return linked(target, folder, path); }

static int named_twice(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    char before[PATH_MAX], after[PATH_MAX];
    int ours = absolute(from_folder, from, before) | absolute(to_folder, to, after);
    if (!ours) return syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
    LOCKED;
    if (meets_fault(0)) DONE(-1);
    int result = syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
    if (!result) put('H', 0, 0, before, after, strlen(after));
    DONE(result);
}
int link(const char *from, const char *to) { return named_twice(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int a, const char *from, int b, const char *to, int flags) { return named_twice(a, from, b, to, flags); }

/* ---- bytes ---------------------------------------------------------------------------------- */

static off_t place(int fd) {
    int flags = syscall(SYS_fcntl, fd, F_GETFL);
    struct stat found;
    if (flags >= 0 && (flags & O_APPEND) && !syscall(SYS_newfstatat, fd, "", &found, AT_EMPTY_PATH)) return found.st_size;
    return syscall(SYS_lseek, fd, (off_t)0, SEEK_CUR);
}

/* A full disk takes the first half of a large write, as disks do. */
static size_t taken(size_t size) { return fault == ENOSPC && steps == at && size > 8192 ? size / 2 : 0; }

static ssize_t written(int fd, const void *data, size_t size, off_t offset, int here) {
    if (!watched(fd)) return here ? syscall(SYS_write, fd, data, size) : syscall(SYS_pwrite64, fd, data, size, offset);
    LOCKED;
    if (meets_fault(0)) {
        size_t half = taken(size);
        if (!half) DONE((ssize_t)-1);
        size = half;
    }
    off_t begin_at = here ? place(fd) : offset;
    ssize_t result = here ? syscall(SYS_write, fd, data, size) : syscall(SYS_pwrite64, fd, data, size, offset);
    if (result > 0) put('W', inode_of(fd), begin_at, NULL, data, result);
    DONE(result);
}
ssize_t write(int fd, const void *data, size_t size) { return written(fd, data, size, 0, 1); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return written(fd, data, size, offset, 0); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return written(fd, data, size, offset, 0); }

/* Parts one after the other: a short count is allowed, the caller goes on from there. */
static ssize_t in_parts(int fd, const struct iovec *parts, int count, off_t offset, int here) {
    ssize_t sum = 0;
    for (int i = 0; i < count; i++) {
        ssize_t result = written(fd, parts[i].iov_base, parts[i].iov_len, offset + sum, here);
        if (result < 0) return sum ? sum : -1;
        sum += result;
        if ((size_t)result < parts[i].iov_len) break;
    }
    return sum;
}
ssize_t writev(int fd, const struct iovec *parts, int count) { return watched(fd) ? in_parts(fd, parts, count, 0, 1) : syscall(SYS_writev, fd, parts, count); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return in_parts(fd, parts, count, offset, 0); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return in_parts(fd, parts, count, offset, 0); }

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t size, unsigned flags) {
    if (!watched(to)) return syscall(SYS_copy_file_range, from, from_at, to, to_at, size, flags);
    LOCKED;
    if (meets_fault(0)) DONE((ssize_t)-1);
    off_t begin_from = from_at ? *from_at : place(from), begin_to = to_at ? *to_at : place(to);
    ssize_t result = syscall(SYS_copy_file_range, from, from_at, to, to_at, size, flags);
    char *copied = result > 0 && log_file >= 0 ? malloc(result) : NULL;
    if (copied && syscall(SYS_pread64, from, copied, result, begin_from) == result)
        put('W', inode_of(to), begin_to, NULL, copied, result);
    free(copied);
    DONE(result);
}
/* Not recorded, so not done: whoever asks falls back on writing. */
ssize_t sendfile(int to, int from, off_t *offset, size_t size) {
    if (watched(to)) { errno = EINVAL; return -1; }
    return syscall(SYS_sendfile, to, from, offset, size);
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) { return sendfile(to, from, offset, size); }

static int sized(int fd, off_t size) {
    if (!watched(fd)) return syscall(SYS_ftruncate, fd, size);
    LOCKED;
    if (meets_fault(0)) DONE(-1);
    int result = syscall(SYS_ftruncate, fd, size);
    if (!result) put('T', inode_of(fd), size, NULL, NULL, 0);
    DONE(result);
}
int ftruncate(int fd, off_t size) { return sized(fd, size); }
int ftruncate64(int fd, off64_t size) { return sized(fd, size); }

static int synced(int fd, int only_data) {
    long call = only_data ? SYS_fdatasync : SYS_fsync;
    if (!watched(fd)) return syscall(call, fd);
    LOCKED;
    if (meets_fault(0)) DONE(-1);
    int result = syscall(call, fd);
    char path[PATH_MAX];
    if (!result && path_of_fd(fd, path)) put('S', inode_of(fd), 0, path, NULL, 0);
    DONE(result);
}
int fsync(int fd) { return synced(fd, 0); }
int fdatasync(int fd) { return synced(fd, 1); }

/* What would go past the layer is written down, so that a recording with it is not believed. */
void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset) {
    if ((protection & PROT_WRITE) && (flags & MAP_SHARED) && fd >= 0 && watched(fd)) put('?', inode_of(fd), 0, "mmap", NULL, 0);
    return REAL(mmap)(address, size, protection, flags, fd, offset);
}
