package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads keys maps: artifacts before an equals sign, and keys after. */
final class KeysMapParser {

    private static final int MAX_RULES = 100_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]*");
    private static final Set<Integer> LENGTHS = Set.of(16, 40, 64);
    private static final String REVOKED = "!";

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
        Keys keys = new Keys();
        int start = equals + 1;
        for (String item : text.substring(start).split(",", -1)) {
            int indent = item.length() - item.stripLeading().length();
            keys.read(item.strip(), line, start + indent);
            start += item.length() + 1;
        }
        return new KeysRule(
                line.number(), ArtifactsPattern.of(line, equals, ranges), keys.all, keys.unavailable, keys.exemptions);
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
