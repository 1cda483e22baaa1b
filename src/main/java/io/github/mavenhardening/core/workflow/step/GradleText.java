package io.github.mavenhardening.core.workflow.step;

/** The text of a Gradle build file, by its brackets and lines. */
final class GradleText {

    private GradleText() {}

    /** Where what begins at a place ends: with its line or statement, brackets that are open and lines behind a comma included. */
    static int endOfList(String text, int from, int end) {
        int depth = 0;
        char last = ' ';
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            boolean closed = depth == 0 && (c == '}' || c == ';' || (c == '\n' && last != ','));
            if (depth < 0 || closed) {
                return at;
            }
            last = Character.isWhitespace(c) ? last : c;
        }
        return end;
    }
}
