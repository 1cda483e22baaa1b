package io.github.mavenhardening.core.workflow.code;

/** Reads a script of a POSIX shell sign by sign, and leaves out what is escaped, in quotes or in a comment. */
abstract class UnquotedSigns {

    final String script;
    int at;

    UnquotedSigns(String script) {
        this.script = script;
    }

    /** Takes in what begins at the place, and goes behind it; false where nothing does that is looked for. */
    abstract boolean take(char next, boolean isWord);

    final void read() {
        while (at < script.length()) {
            char next = script.charAt(at);
            boolean isWord = at == 0 || " \t\n;(&|".indexOf(script.charAt(at - 1)) >= 0;
            if (next == '\\') {
                at += 2;
            } else if (next == '\'') {
                at = behind('\'');
            } else if (next == '"') {
                quoted();
            } else if (next == '#' && isWord) {
                at = behind('\n');
            } else if (!take(next, isWord)) {
                at++;
            }
        }
    }

    /** Whether that word stands here as a whole. */
    final boolean isNext(String word) {
        int end = at + word.length();
        return script.startsWith(word, at) && (end == script.length() || " \t\n;)&|".indexOf(script.charAt(end)) >= 0);
    }

    private int behind(char end) {
        int found = script.indexOf(end, at + 1);
        return found < 0 ? script.length() : found + 1;
    }

    private void quoted() {
        at++;
        while (at < script.length() && script.charAt(at) != '"') {
            at += script.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }
}
