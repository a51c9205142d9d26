package io.kassa.itests.crash;

import java.nio.file.Path;
import java.util.List;

/** What the operating system answers when a disk does not do what it should. */
enum Fault {
    FULL("pwrite64", "error=ENOSPC"),
    FLUSH_FAILS("fsync,fdatasync", "error=EIO"),
    WRITE_FAILS("pwrite64", "error=EIO"),
    READ_ONLY("pwrite64,ftruncate,openat", "error=EROFS"),
    READ_FAILS("pread64", "error=EIO");

    private final String calls;
    private final String injection;

    Fault(String calls, String injection) {
        this.calls = calls;
        this.injection = injection;
    }

    /** From now on, until what is returned is closed. */
    Strace strike(Till till, Path trace, List<Path> files) {
        return Strace.attach(till.pid(), trace, calls, calls + ':' + injection, files);
    }

    /** From the next start of the till on. */
    Strace.Around around(Till till, Path trace, List<Path> files) {
        return Strace.around(till, trace, calls, calls + ':' + injection, files);
    }
}
