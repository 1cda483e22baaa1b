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

/** Reads keys maps: comments from a hash sign on, lines that a backslash joins, artifacts before an equals sign and keys after. */
final class KeysMapParser {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]*");
    private static final Pattern PACKAGING = Pattern.compile("\\*|[A-Za-z][A-Za-z-]*");
    private static final Set<Integer> LENGTHS = Set.of(16, 40, 64);
    private static final int MAX_PARTS = 4;

    private final VersionRanges ranges;

    KeysMapParser(VersionRanges ranges) {
        this.ranges = ranges;
    }

    List<KeysRule> parse(String text) throws LockSyntaxException {
        List<KeysRule> rules = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int begun = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int comment = line.indexOf('#');
            String told = (comment < 0 ? line : line.substring(0, comment)).strip();
            begun = joined.isEmpty() ? number : begun;
            if (told.endsWith("\\")) {
                joined.append(told, 0, told.length() - 1);
                continue;
            }
            joined.append(told);
            if (!joined.toString().isBlank()) {
                rules.add(rule(joined.toString(), begun));
            }
            joined.setLength(0);
        }
        if (!joined.toString().isBlank()) {
            rules.add(rule(joined.toString(), begun));
        }
        return rules;
    }

    private KeysRule rule(String text, int line) throws LockSyntaxException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new LockSyntaxException(line, 1, "expected 'artifacts = keys'");
        }
        String[] parts = text.substring(0, equals).strip().split(":", -1);
        if (parts.length > MAX_PARTS || parts[0].isBlank()) {
            throw new LockSyntaxException(
                    line, 1, "expected groupId:artifactId:packaging:version before the equals sign");
        }
        String third = part(parts, 2);
        boolean versionThird = parts.length == 3 && !PACKAGING.matcher(third).matches();
        String version = versionThird ? third : part(parts, 3);
        if (version.startsWith("[") || version.startsWith("(")) {
            try {
                ranges.contains(version, "1");
            } catch (IllegalArgumentException e) {
                throw new LockSyntaxException(line, 1, "'" + version + "' is no range of versions");
            }
        }
        Set<String> keys = new TreeSet<>();
        Set<Exemption> exemptions = EnumSet.noneOf(Exemption.class);
        for (String item : text.substring(equals + 1).split(",", -1)) {
            read(item.strip(), line, keys, exemptions);
        }
        return new KeysRule(
                line, parts[0].strip(), part(parts, 1), versionThird ? "*" : third, version, keys, exemptions);
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isBlank() ? parts[index].strip() : "*";
    }

    private static void read(String item, int line, Set<String> keys, Set<Exemption> exemptions)
            throws LockSyntaxException {
        switch (item.toLowerCase(Locale.ROOT)) {
            case "*", "any" -> exemptions.add(Exemption.ANY_KEY);
            case "nosig" -> exemptions.add(Exemption.NO_SIGNATURE);
            case "badsig" -> exemptions.add(Exemption.BAD_SIGNATURE);
            case "nokey" -> exemptions.add(Exemption.NO_KEY);
            default -> keys.add(key(item, line));
        }
    }

    private static String key(String item, int line) throws LockSyntaxException {
        String digits = BLANKS.matcher(item).replaceAll("").toUpperCase(Locale.ROOT);
        if (!digits.startsWith("0X")) {
            throw new LockSyntaxException(
                    line, 1, "expected a fingerprint that begins with 0x, or any, noSig, badSig or noKey");
        }
        String hex = digits.substring(2);
        if (!HEX.matcher(hex).matches() || !LENGTHS.contains(hex.length())) {
            throw new LockSyntaxException(
                    line,
                    1,
                    "a fingerprint has 40 or 64 hexadecimal digits, a key's id 16; anyone can make a key for a shorter one");
        }
        return hex;
    }
}
