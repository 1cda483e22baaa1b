package io.github.mavenhardening.core.signature;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Identities that may sign: one issuer, and a name in which asterisks stand for any characters.
 *
 * @param issuer compared as it is
 * @param name what stands between the asterisks
 */
record IdentityPattern(String issuer, List<String> name) {

    private static final int MAX_LENGTH = 1_024;
    private static final Pattern URL = Pattern.compile("https://[!-~]+");

    /** A host and what it gives to one owner: whoever comes to the host may have any other part of an address. */
    private static final Pattern OWNED = Pattern.compile("https://[^/*]+/[^/*]+/.*");

    IdentityPattern {
        name = List.copyOf(name);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException with a message for the user when it is none
     */
    static IdentityPattern of(String issuer, String name) {
        if (!URL.matcher(issuer).matches() || issuer.contains("*")) {
            throw new IllegalArgumentException(
                    "expected the issuer's address, which begins with https:// and is written out");
        }
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an identity has at most " + MAX_LENGTH + " characters");
        }
        List<String> parts = List.of(name.split("\\*", -1));
        if (parts.size() > 1 && !OWNED.matcher(parts.get(0)).matches()) {
            throw new IllegalArgumentException(
                    "an asterisk is allowed only after https://host/owner/, or else anyone could sign");
        }
        return new IdentityPattern(issuer, parts);
    }

    boolean matches(CertificateIdentity identity) {
        return identity.issuer().equals(issuer) && matches(identity.name());
    }

    /** Each part at its first place behind the one before: no later place could leave more for the rest. */
    private boolean matches(String text) {
        String first = name.get(0);
        if (name.size() == 1) {
            return text.equals(first);
        }
        String last = name.get(name.size() - 1);
        if (!text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = text.length() - last.length();
        for (String part : name.subList(1, name.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return at <= end;
    }
}
