package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.signature.KeysMap.Exemption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads keys maps: artifacts before an equals sign, and keys after. */
final class KeysMapParser {

    /** The four that the documentation has, and a classifier. */
    private static final int MAX_FIELDS = 5;

    private static final int MAX_RULES = 100_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]*");
    private static final Pattern PACKAGING = Pattern.compile("[A-Za-z]+");
    private static final Set<Integer> LENGTHS = Set.of(16, 40, 64);
    private static final String REVOKED = "!";
    private static final String ARTIFACTS = "expected groupId:artifactId:packaging:version before the equals sign";

    private final VersionRanges ranges;

    KeysMapParser(VersionRanges ranges) {
        this.ranges = ranges;
    }

    List<KeysRule> parse(String text) throws LockSyntaxException {
        List<KeysRule> rules = new ArrayList<>();
        for (LogicalLine line : LogicalLine.of(text)) {
            if (rules.size() == MAX_RULES) {
                throw line.problem(0, "there are more than " + MAX_RULES + " lines");
            }
            rules.add(rule(line));
        }
        return rules;
    }

    private KeysRule rule(LogicalLine line) throws LockSyntaxException {
        String text = line.text();
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw line.problem(0, "expected 'artifacts = keys'");
        }
        List<Field> fields = fields(text.substring(0, equals));
        if (fields.size() > MAX_FIELDS || fields.get(0).text().isEmpty()) {
            throw line.problem(0, ARTIFACTS);
        }
        boolean noPackaging =
                fields.size() == 3 && !PACKAGING.matcher(fields.get(2).text()).matches();
        Field packaging = noPackaging ? Field.NONE : field(fields, 2);
        // The public map has Maven's own form for files with a classifier, with the version behind it.
        boolean classified = fields.size() == MAX_FIELDS;
        Field version = noPackaging ? fields.get(2) : field(fields, classified ? 4 : 3);
        Keys keys = new Keys();
        int start = equals + 1;
        for (String item : text.substring(start).split(",", -1)) {
            int indent = item.length() - item.stripLeading().length();
            keys.read(item.strip(), line, start + indent);
            start += item.length() + 1;
        }
        return new KeysRule(
                line.number(),
                name(fields.get(0), line),
                name(field(fields, 1), line),
                name(packaging, line),
                name(classified ? fields.get(3) : Field.NONE, line),
                version(version, line),
                keys.all,
                keys.unavailable,
                keys.exemptions);
    }

    /** A part of what stands before the equals sign, and where it begins. */
    private record Field(String text, int start) {
        static final Field NONE = new Field("", 0);
    }

    /** Regular expressions may have colons of their own, and nothing follows them. */
    private static List<Field> fields(String artifacts) {
        List<Field> fields = new ArrayList<>();
        int start = 0;
        while (start <= artifacts.length()) {
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

    private VersionPattern version(Field field, LogicalLine line) throws LockSyntaxException {
        try {
            return VersionPattern.of(field.text(), ranges);
        } catch (IllegalArgumentException e) {
            throw line.problem(field.start(), e.getMessage());
        }
    }

    /** What stands after an equals sign. */
    private static final class Keys {
        private final Set<String> all = new TreeSet<>();
        private final Set<String> unavailable = new TreeSet<>();
        private final Set<Exemption> exemptions = EnumSet.noneOf(Exemption.class);

        void read(String item, LogicalLine line, int start) throws LockSyntaxException {
            switch (item.toLowerCase(Locale.ROOT)) {
                case "*", "any" -> exemptions.add(Exemption.ANY_KEY);
                case "nosig" -> exemptions.add(Exemption.NO_SIGNATURE);
                case "badsig" -> exemptions.add(Exemption.BAD_SIGNATURE);
                case "nokey" -> exemptions.add(Exemption.NO_KEY);
                case "" -> throw line.problem(start, "expected a fingerprint; an unsigned artifact is given noSig");
                default -> {
                    boolean revoked = item.startsWith(REVOKED);
                    String key = key(revoked ? item.substring(REVOKED.length()) : item, line, start);
                    all.add(key);
                    if (revoked) {
                        unavailable.add(key);
                    }
                }
            }
        }

        private static String key(String item, LogicalLine line, int start) throws LockSyntaxException {
            String digits = BLANKS.matcher(item).replaceAll("").toUpperCase(Locale.ROOT);
            if (!digits.startsWith("0X")) {
                throw line.problem(start, "expected a fingerprint that begins with 0x, or any, noSig, badSig or noKey");
            }
            String hex = digits.substring(2);
            if (!HEX.matcher(hex).matches() || !LENGTHS.contains(hex.length())) {
                throw line.problem(
                        start,
                        "a fingerprint has 40 or 64 hexadecimal digits, a key's id 16; anyone can make a key for a shorter one");
            }
            return hex;
        }
    }
}
