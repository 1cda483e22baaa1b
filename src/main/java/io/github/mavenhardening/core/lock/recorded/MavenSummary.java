package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The summary files of Maven Resolver's trusted checksums: a checksum, two blanks and a path in a line; blank lines and lines
 * that start with {@code #} are passed over. The name of the file tells the algorithm, and the repository where it is one's own.
 *
 * @see <a href="https://maven.apache.org/resolver/expected-checksums.html">Maven Resolver: expected checksums</a>
 */
final class MavenSummary {

    private static final Pattern NAME = Pattern.compile("checksums(?:-(?<repository>.+))?\\.(?<algorithm>[a-z0-9-]+)");

    private MavenSummary() {}

    /** Whether Maven gives that name to a summary. */
    static boolean isName(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches() && ChecksumAlgorithm.of(name.group("algorithm")).isPresent();
    }

    static RecordedFile read(SourceFile source, String fileName) throws LockSyntaxException {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            throw new IllegalArgumentException(fileName);
        }
        Optional<String> repository = Optional.ofNullable(name.group("repository"));
        RecordedFile.Builder file = new RecordedFile.Builder(source.path());
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.line(line).stripTrailing();
            if (!text.isEmpty() && !text.startsWith("#")) {
                file.add(record(text, name.group("algorithm"), repository, line));
            }
        }
        return file.build();
    }

    private static RecordedChecksum record(String text, String algorithm, Optional<String> repository, int line)
            throws LockSyntaxException {
        int blank = text.indexOf(' ');
        String hex = blank < 0 ? text : text.substring(0, blank);
        String path = blank < 0 ? "" : text.substring(blank).strip();
        Optional<RecordedChecksum> checksum = RecordedChecksum.of(path, algorithm, hex, repository, line);
        if (checksum.isEmpty()) {
            String problem =
                    LockPath.problemOf(path).orElse("the checksum does not fit the algorithm in the file's name");
            throw new LockSyntaxException(line, 1, problem);
        }
        return checksum.get();
    }
}
