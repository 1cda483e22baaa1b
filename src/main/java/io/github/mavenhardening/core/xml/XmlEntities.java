package io.github.mavenhardening.core.xml;

/** The five entities that XML knows without a declaration, and characters by number. Others stay as they are written. */
final class XmlEntities {

    /** That of the reference to the last character that there is, by its number in hexadecimal digits, and some. */
    private static final int MAX_LENGTH = 12;

    private XmlEntities() {}

    static String resolve(String text) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int from = 0;
        while (ampersand >= 0) {
            int end = end(text, ampersand);
            String value = end < 0 ? "" : value(text.substring(ampersand + 1, end));
            resolved.append(text, from, ampersand).append(value.isEmpty() ? "&" : value);
            from = value.isEmpty() ? ampersand + 1 : end + 1;
            ampersand = text.indexOf('&', from);
        }
        return resolved.append(text, from, text.length()).toString();
    }

    /** The offset of the semicolon that ends a reference; -1 where none is near. */
    private static int end(String text, int ampersand) {
        int limit = Math.min(text.length(), ampersand + MAX_LENGTH + 1);
        for (int i = ampersand + 1; i < limit; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String value(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? character(name.substring(1)) : "";
        };
    }

    private static String character(String number) {
        try {
            int codePoint =
                    number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
