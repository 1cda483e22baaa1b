package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.FileAddress;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.Optional;

/**
 * A download that is run.
 *
 * @param runs the command that runs it
 * @param address where it comes from; empty where that is not written
 * @param how in what form it is run, or made ready to be
 * @param without the program that has to be missing on the machine; empty where it is run in any case
 */
public record ExecutedDownload(ShellCommand runs, Optional<String> address, How how, Optional<String> without) {

    /** How a download is run. */
    public enum How {
        /** Without ever being a file. */
        PIPED,
        /** As a file, or out of an archive. */
        FILE,
        /** By its name, which no command that is read needs to say: it was put where programs are looked for. */
        PATH,
        /** By its name: a package manager has built or installed it. */
        INSTALLED,
        /** By what is not read here: it was made executable. */
        EXECUTABLE,
        /** As code of a repository that was cloned at a branch or tag. */
        CLONED,
        /** As the commands of a shell that a connection leads to. */
        CONNECTED
    }

    ExecutedDownload(ShellCommand runs, Optional<String> address, How how) {
        this(runs, address, how, Optional.empty());
    }

    /** Whether it is a file of that repository on GitHub, at whatever branch or tag; releases and forks are not. */
    public boolean isFileOf(RepositorySlug repository) {
        Optional<FileAddress> file = FileAddress.of(address.orElse(""));
        return file.isPresent() ? file.get().isOf(repository) : FetchedProgram.isClone(address.orElse(""), repository);
    }

    /** Whether it is code of another repository of that owner. */
    public boolean isCloneOf(String owner) {
        Optional<RepositorySlug> other = RepositorySlug.ofRemote(address.orElse(""));
        return how == How.CLONED && other.isPresent() && other.get().sameOwner(owner);
    }

    /** Whether it is a file of a bucket, which may be the project's own. */
    public boolean isOfBucket() {
        return address.isPresent() && DownloadCommand.isOfBucket(address.get());
    }

    /** What tells it from others: where it comes from, else what runs it. */
    public String subject() {
        return address.orElse(runs.name());
    }
}
