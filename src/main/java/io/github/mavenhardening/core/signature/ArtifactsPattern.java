package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.signature.VersionPattern.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The artifacts pattern of a line of a keys map, before its equals sign: {@code groupId:artifactId:packaging:version}, of
 * which all but the first may be left out.
 *
 * @param group the pattern of the group
 * @param artifact the pattern of its id
 * @param packaging the pattern of the extension
 * @param classifier the pattern of the classifier
 * @param version which versions
 * @see <a href="https://www.simplify4u.org/pgpverify-maven-plugin/keysmap-format.html">pgpverify-maven-plugin: keys map</a>
 */
record ArtifactsPattern(
        NamePattern group,
        NamePattern artifact,
        NamePattern packaging,
        NamePattern classifier,
        VersionPattern version) {

    /** The four that the documentation has, and a classifier. */
    private static final int MAX_FIELDS = 5;

    private static final Pattern PACKAGING = Pattern.compile("[A-Za-z]+");

    /** A part of the pattern, and where in the line it begins. */
    private record Field(String text, int start) {
        static final Field NONE = new Field("", 0);
    }

    /**
     * Reads the pattern of a line.
     *
     * @param end where in the line it ends
     * @throws LockSyntaxException where it is none
     */
    static ArtifactsPattern of(LogicalLine line, int end, VersionRanges ranges) throws LockSyntaxException {
        List<Field> fields = fields(line.text().substring(0, end));
        if (fields.size() > MAX_FIELDS || fields.get(0).text().isEmpty()) {
            throw line.problem(0, "expected groupId:artifactId:packaging:version before the equals sign");
        }
        boolean noPackaging =
                fields.size() == 3 && !PACKAGING.matcher(fields.get(2).text()).matches();
        // The public map has Maven's own form for files with a classifier, with the version behind it.
        boolean classified = fields.size() == MAX_FIELDS;
        return new ArtifactsPattern(
                name(fields.get(0), line),
                name(field(fields, 1), line),
                name(noPackaging ? Field.NONE : field(fields, 2), line),
                name(classified ? fields.get(3) : Field.NONE, line),
                version(noPackaging ? fields.get(2) : field(fields, classified ? 4 : 3), line, ranges));
    }

    /** Whether an artifact is one of them. */
    Answer matches(Coordinates coordinates) {
        boolean named = group.matches(coordinates.groupId())
                && artifact.matches(coordinates.artifactId())
                && packaging.matches(coordinates.extension())
                && classifier.matches(coordinates.classifier());
        return named ? version.matches(coordinates.baseVersion()) : Answer.NO;
    }

    /** Regular expressions may have colons of their own, and nothing follows them. One too many is enough to tell. */
    private static List<Field> fields(String artifacts) {
        // Silent: the field that is one too many is refused by who asks.
        List<Field> fields = new ArrayList<>();
        int start = 0;
        while (start <= artifacts.length() && fields.size() <= MAX_FIELDS) {
            String rest = artifacts.substring(start);
            int colon = VersionPattern.isExpression(rest.strip()) && fields.size() > 1 ? -1 : rest.indexOf(':');
            String text = colon < 0 ? rest : rest.substring(0, colon);
            int indent = text.length() - text.stripLeading().length();
            fields.add(new Field(text.strip(), start + indent));
            start += text.length() + 1;
        }
        return fields;
    }

    private static Field field(List<Field> fields, int index) {
        return index < fields.size() ? fields.get(index) : Field.NONE;
    }

    private static NamePattern name(Field field, LogicalLine line) throws LockSyntaxException {
        return NamePattern.of(field.text())
                .orElseThrow(() -> line.problem(
                        field.start(),
                        "a name has letters, digits, dots, hyphens, underscores, and asterisks for any"));
    }

    private static VersionPattern version(Field field, LogicalLine line, VersionRanges ranges)
            throws LockSyntaxException {
        try {
            return VersionPattern.of(field.text(), ranges);
        } catch (IllegalArgumentException e) {
            throw line.problem(field.start(), e.getMessage());
        }
    }
}
