package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.fix.EncryptedUrl;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.pom.OtherBuilds;
import io.github.mavenhardening.core.pom.PropertyLines;
import io.github.mavenhardening.core.pom.PropertyLines.Value;
import io.github.mavenhardening.core.pom.WrapperProperties;
import io.github.mavenhardening.core.posture.WrapperJars;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Maven wrapper downloads a whole Maven and runs it, and Gradle's a whole Gradle: that, and Maven's jar that does it, want a checksum.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "wrapper-checksum",
        title = "A wrapper of Maven or Gradle runs downloads without verifying them",
        severity = Severity.MEDIUM,
        sources = {
            "https://maven.apache.org/wrapper/#verification-of-downloaded-binaries",
            "https://docs.gradle.org/current/userguide/gradle_wrapper.html#sec:verification"
        })
public final class WrapperChecksum implements BuildCheck {

    private static final String DISTRIBUTION = "distributionSha256Sum";
    static final String WRAPPER = "wrapperSha256Sum";
    private static final String JAR = "wrapper/maven-wrapper.jar";
    private static final String GRADLE = "/gradle/wrapper/gradle-wrapper.properties";
    private static final Pattern RELEASE =
            Pattern.compile("/org/apache/maven/wrapper/maven-wrapper/([^/]+)/maven-wrapper-\\1\\.jar$");
    private static final int JAR_LIMIT = 16 << 20;

    @Override
    public void check(BuildDescription build, CheckContext context) {
        for (MavenFolder folder : build.files().folders()) {
            check(folder, context);
        }
        OtherBuilds others = OtherBuilds.beside(build.files(), context.repository());
        others.gap().ifPresent(context::gap);
        for (MavenFolder folder : others.files().folders()) {
            check(folder, context.into(new ExampleSink(context)));
        }
        for (String path : context.repository().files()) {
            // What lies below src is data of tests, or a template.
            if (('/' + path).endsWith(GRADLE) && !('/' + path).contains("/src/")) {
                gradle(path, context.into(new ExampleSink(context)));
            }
        }
    }

    /** Gradle's wrapper reads the file with any blanks, and refuses what a checksum does not fit, a malformed one included. */
    private void gradle(String path, CheckContext context) {
        try {
            PropertyLines lines = new PropertyLines(context.repository().read(path));
            Optional<Value> url = lines.get("distributionUrl");
            boolean isLoaded = url.isPresent() && url.get().text().startsWith("http");
            encrypted(url, "the Gradle distribution", context);
            if (isLoaded && lines.get(DISTRIBUTION).isEmpty() && !misspelt(DISTRIBUTION, lines, context)) {
                context.report(at(url.get().location())
                        .message("The Gradle distribution is downloaded and run without a checksum:"
                                + " distributionSha256Sum is missing")
                        .remedy("Add distributionSha256Sum with the SHA-256 that Gradle publishes at the address of"
                                + " distributionUrl with .sha256 behind it")
                        .subject(DISTRIBUTION));
            } else if (isLoaded && lines.get(DISTRIBUTION).isPresent() && !lines.isReadByJava(DISTRIBUTION)) {
                readByJava(lines.get(DISTRIBUTION).get(), DISTRIBUTION, "Gradle's wrapper", context);
            }
        } catch (UnreadableFileException e) {
            unreadable("Gradle", e, context);
        }
    }

    private void check(MavenFolder folder, CheckContext context) {
        Optional<String> jar = folder.sha256(JAR, JAR_LIMIT);
        String path = folder.pathOf(JAR);
        if (jar.isEmpty() && folder.has(JAR)) {
            // A folder or a zip in its place is run as well: Java takes any of them for a class path.
            context.report(at(Location.ofFile(path))
                    .message("The wrapper's jar cannot be checked: it cannot be read, or is larger than "
                            + (JAR_LIMIT >> 20) + " MiB")
                    .remedy("Put the jar of a release there, or use the only-script type"
                            + " ('mvn wrapper:wrapper -Dtype=only-script'), which has no jar")
                    .subject("jar"));
        }
        if (!folder.has(WrapperProperties.FILE)) {
            if (jar.isPresent()) {
                jarByItself(path, jar.get(), Optional.empty(), context);
            }
            return;
        }
        try {
            WrapperProperties wrapper = WrapperProperties.of(folder);
            WrapperReader reader = new WrapperReader(folder, wrapper, jar);
            distribution(folder.pathOf(WrapperProperties.FILE), wrapper.lines(), reader, context);
            wrapper(folder, wrapper, jar, reader, context);
        } catch (UnreadableFileException e) {
            unreadable("Maven", e, context);
        }
    }

    private void unreadable(String tool, UnreadableFileException problem, CheckContext context) {
        context.report(at(problem.location())
                .message("The " + tool + " wrapper's properties cannot be checked: " + problem.reason())
                .remedy("Restore the file from version control")
                .subject("unreadable"));
    }

    private void distribution(String path, PropertyLines lines, WrapperReader reader, CheckContext context) {
        Optional<Value> url = lines.get("distributionUrl");
        encrypted(url, "the Maven distribution", context);
        Optional<Value> sum = lines.get(DISTRIBUTION);
        if (sum.isPresent()) {
            wellFormed(sum.get(), DISTRIBUTION, context);
            read(sum.get(), DISTRIBUTION, reader, context);
        } else if (misspelt(DISTRIBUTION, lines, context)) {
            return;
        } else if (url.isPresent() && url.get().text().contains("/maven-mvnd-")) {
            context.report(at(url.get().location())
                    .message(
                            "The Maven daemon is downloaded and run without a checksum, which the wrapper's scripts refuse"
                                    + " for it")
                    .remedy("Let distributionUrl name Maven itself, with distributionSha256Sum, and install the daemon"
                            + " apart from the wrapper")
                    .subject(DISTRIBUTION));
        } else {
            context.report(at(url.map(Value::location).orElse(Location.ofFile(path)))
                    .message("The Maven distribution is downloaded and run without a checksum:"
                            + " distributionSha256Sum is missing")
                    .remedy(first(DISTRIBUTION, reader)
                            + "dd distributionSha256Sum with the SHA-256 of the distribution that distributionUrl names"
                            + Fix.REFUSED
                            + "a Maven release is published with a SHA-512 alone, and neither the lock nor the checkout has its"
                            + " file: download it, compare that, and compute the other")
                    .subject(DISTRIBUTION));
        }
    }

    private void wrapper(
            MavenFolder folder,
            WrapperProperties wrapper,
            Optional<String> jar,
            WrapperReader reader,
            CheckContext context) {
        PropertyLines lines = wrapper.lines();
        Optional<Value> url = lines.get("wrapperUrl");
        Optional<Value> sum = lines.get(WRAPPER);
        encrypted(url, "the wrapper's jar", context);
        boolean formed = sum.isEmpty() || wellFormed(sum.get(), WRAPPER, context);
        if (jar.isPresent()) {
            if (formed) {
                jarByItself(folder.pathOf(JAR), jar.get(), sum, context);
            }
            return;
        }
        if (!wrapper.downloadsJar()) {
            return;
        }
        if (sum.isPresent()) {
            read(sum.get(), WRAPPER, reader, context);
        } else if (!misspelt(WRAPPER, lines, context)) {
            Finding.Builder finding =
                    at(url.map(Value::location).orElse(Location.ofFile(folder.pathOf(WrapperProperties.FILE))));
            if (url.isPresent() && reader.mayRead(WRAPPER)) {
                fix(url.get(), lines).ifPresent(finding::fix);
            }
            context.report(finding.message(
                            "The wrapper's jar is downloaded and run without a checksum: wrapperSha256Sum is missing")
                    .remedy(first(WRAPPER, reader)
                            + "dd wrapperSha256Sum with the SHA-256 of the jar that "
                            + (url.isPresent() ? "wrapperUrl" : "the script") + " names")
                    .subject(WRAPPER));
        }
    }

    /** What a remedy begins with: nothing compares a checksum that is added to a wrapper too old for it. */
    private static String first(String key, WrapperReader reader) {
        return reader.mayRead(key)
                ? "A"
                : "Update the wrapper, which compares no checksum before " + WrapperReader.FIRST
                        + " ('mvn wrapper:wrapper'), then a";
    }

    /** Tells of a checksum that stands there, but not so that the script that downloads finds it. */
    private void read(Value sum, String key, WrapperReader reader, CheckContext context) {
        if (!reader.mayRead(key)) {
            context.report(at(sum.location())
                    .message(key + " is compared with nothing: the wrapper is older than " + WrapperReader.FIRST
                            + ", and reads no checksum")
                    .remedy("Update the wrapper: 'mvn wrapper:wrapper' writes its script and its jar again")
                    .subject(key + " unread"));
        } else if (!reader.finds(key) && reader.isShell(key)) {
            context.report(at(sum.location())
                    .message(key
                            + " is not read by ./mvnw, which then does not compare it: blanks or a byte order mark stand"
                            + " beside the name, another line has the name as well, or no line break ends the line")
                    .remedy("Write '" + key
                            + "=' once, at the beginning of a line of its own, and end the file with a line break")
                    .subject(key + " unread"));
        } else if (!reader.finds(key)) {
            readByJava(sum, key, "the wrapper's jar", context);
        }
    }

    /** Java takes a line that follows a backslash for the rest of the one before. */
    private void readByJava(Value sum, String key, String reader, CheckContext context) {
        context.report(at(sum.location())
                .message(key + " is not read by " + reader
                        + ", which then does not compare it: the line before ends in a"
                        + " backslash, a byte order mark stands before the name, or a line below has the name again")
                .remedy("Write '" + key + "=' once, on a line of its own, and no backslash at the end of a line")
                .subject(key + " unread"));
    }

    /** Tells of a name that is meant to be another; false where none is. */
    private boolean misspelt(String key, PropertyLines lines, CheckContext context) {
        for (Value name : lines.keys()) {
            boolean isOther = name.text().equals(DISTRIBUTION) || name.text().equals(WRAPPER);
            if (!isOther && NearestName.of(name.text(), List.of(key)).isPresent()) {
                context.report(at(name.location())
                        .message("The wrapper does not know '" + name.text() + "', so that it compares nothing:"
                                + " the name is " + key)
                        .remedy("Write '" + key + "' with the SHA-256 of what is downloaded")
                        .subject(key));
                return true;
            }
        }
        return false;
    }

    /** The checksum of the release that the address names, where it is known. */
    private static Optional<Fix> fix(Value url, PropertyLines lines) {
        Matcher named = RELEASE.matcher(url.text());
        SourceFile file = lines.file();
        int line = url.location().line();
        int end = file.lineStart(line) + file.line(line).length();
        String lineBreak = file.text().startsWith("\r\n", end) ? "\r\n" : "\n";
        // The script does not read a last line that no line break ends.
        String after = end == file.text().length() ? lineBreak : "";
        return named.find()
                ? WrapperJars.sha256(named.group(1))
                        .map(sum -> Fix.of(
                                "Add the checksum of the release " + named.group(1),
                                true,
                                new Fix.Edit(
                                        file.path(),
                                        file.span(end, end),
                                        lineBreak + "wrapperSha256Sum=" + sum + after)))
                : Optional.empty();
    }

    private void jarByItself(String path, String hash, Optional<Value> expected, CheckContext context) {
        if (expected.isPresent()) {
            if (!expected.get().text().equalsIgnoreCase(hash)) {
                context.report(at(Location.ofFile(path))
                        .severity(Severity.HIGH)
                        .related(expected.get().location().labelled("the checksum"))
                        .message("The wrapper's jar has SHA-256 " + hash + ", but wrapperSha256Sum says "
                                + expected.get().text())
                        .remedy(
                                "Find out which of the two was changed and by whom; 'mvn wrapper:wrapper' writes both again")
                        .subject("jar"));
            }
        } else if (WrapperJars.releases(path, hash).isEmpty()) {
            context.report(at(Location.ofFile(path))
                    .confidence(Confidence.MEDIUM)
                    .message("The wrapper's jar (SHA-256 " + hash + ") matches no known release, and no"
                            + " wrapperSha256Sum confirms it")
                    .remedy("Compare it with the release that it claims to be and add wrapperSha256Sum, or use the"
                            + " only-script type ('mvn wrapper:wrapper -Dtype=only-script'), which has no jar")
                    .subject("jar"));
        }
    }

    private void encrypted(Optional<Value> url, String what, CheckContext context) {
        if (url.isPresent() && Addresses.isInsecure(url.get().text())) {
            Location place = url.get().location();
            Finding.Builder finding = at(place);
            EncryptedUrl.of(place.path(), place.span().orElseThrow(), url.get().text())
                    .ifPresent(finding::fix);
            context.report(finding.severity(Severity.HIGH)
                    .message(what + " is downloaded without encryption from "
                            + Addresses.shown(url.get().text()))
                    .remedy("Use its https:// URL")
                    .subject("http " + what));
        }
    }

    private boolean wellFormed(Value sum, String key, CheckContext context) {
        if (Sha256.isHex(sum.text().toLowerCase(Locale.ROOT))) {
            return true;
        }
        Finding.Builder finding = at(sum.location())
                .message(key + " is not a SHA-256 of 64 hexadecimal digits")
                .remedy("Write the SHA-256 of the file that is downloaded")
                .subject(key);
        context.report(finding);
        return false;
    }
}
