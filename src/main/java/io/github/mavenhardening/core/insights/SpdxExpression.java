package io.github.mavenhardening.core.insights;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of SPDX licence expressions. Whether SPDX lists a licence of that name is not looked at: its list grows.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX licence expressions</a>
 */
public final class SpdxExpression {

    private static final Pattern TOKEN = Pattern.compile("\\G\\s*+([()]|[^\\s()]++)");
    private static final Pattern LICENSE = Pattern.compile(
            "(?:DocumentRef-[A-Za-z0-9.-]++:)?LicenseRef-[A-Za-z0-9.-]++|[A-Za-z0-9][A-Za-z0-9.-]*+\\+?");
    private static final Pattern EXCEPTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]*+");

    private enum State {
        LICENSE_WANTED,
        LICENSE_READ,
        EXCEPTION_WANTED,
        COMPLETE
    }

    private SpdxExpression() {}

    /** Whether a text is one expression, {@code Apache-2.0 OR (MIT AND BSD-3-Clause)}, or says that there is no licence to name. */
    public static boolean isWellFormed(String text) {
        State state = State.LICENSE_WANTED;
        int open = 0;
        Matcher token = TOKEN.matcher(text.strip());
        while (token.find()) {
            String word = token.group(1);
            if (word.equals("(") && state == State.LICENSE_WANTED) {
                open++;
            } else if (word.equals(")") && isEnd(state) && open > 0) {
                open--;
                state = State.COMPLETE;
            } else if (isOperator(word) && isEnd(state)) {
                state = State.LICENSE_WANTED;
            } else if (word.equalsIgnoreCase("WITH") && state == State.LICENSE_READ) {
                state = State.EXCEPTION_WANTED;
            } else if (state == State.LICENSE_WANTED
                    && !isWord(word)
                    && LICENSE.matcher(word).matches()) {
                state = State.LICENSE_READ;
            } else if (state == State.EXCEPTION_WANTED
                    && !isWord(word)
                    && EXCEPTION.matcher(word).matches()) {
                state = State.COMPLETE;
            } else {
                return false;
            }
        }
        return open == 0 && isEnd(state);
    }

    private static boolean isEnd(State state) {
        return state == State.LICENSE_READ || state == State.COMPLETE;
    }

    private static boolean isOperator(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.equals("AND") || upper.equals("OR");
    }

    private static boolean isWord(String word) {
        return isOperator(word) || word.equalsIgnoreCase("WITH");
    }
}
