package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stamp of a file, by which the file system shows that it was not written since: its size, its times and its own number.
 * The time of change counts most: unlike that of modification, no program can set it.
 *
 * @param key what the file system tells files apart by; null where it has no such thing
 * @param changed the time of change; empty where the file system keeps none
 * @param device the number of the file system; empty where it has none
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap04.html#tag_04_12">POSIX: file times update</a>
 */
record FileStamp(long size, FileTime modified, Object key, Optional<FileTime> changed, Optional<Long> device) {

    private static final String VIEW = "unix";
    private static final String ATTRIBUTES =
            VIEW + ":isRegularFile,isDirectory,size,lastModifiedTime,fileKey,ctime,dev";

    /** What kind of thing stands at a path, and its stamp. */
    record Read(boolean isRegularFile, boolean isDirectory, FileStamp stamp) {}

    // Written out: a record's own is linked at its first use, for longer than a short build compares.
    @Override
    public boolean equals(Object other) {
        return other instanceof FileStamp stamp
                && size == stamp.size
                && Objects.equals(key, stamp.key)
                && modified.equals(stamp.modified)
                && changed.equals(stamp.changed);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + modified.hashCode();
    }

    static Read read(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains(VIEW)) {
            Map<String, Object> unix = Files.readAttributes(file, ATTRIBUTES);
            FileStamp stamp = new FileStamp(
                    (Long) unix.get("size"),
                    (FileTime) unix.get("lastModifiedTime"),
                    unix.get("fileKey"),
                    Optional.of((FileTime) unix.get("ctime")),
                    Optional.of((Long) unix.get("dev")));
            return new Read((Boolean) unix.get("isRegularFile"), (Boolean) unix.get("isDirectory"), stamp);
        }
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
        FileStamp stamp = new FileStamp(
                basic.size(), basic.lastModifiedTime(), basic.fileKey(), Optional.empty(), Optional.empty());
        return new Read(basic.isRegularFile(), basic.isDirectory(), stamp);
    }
}
