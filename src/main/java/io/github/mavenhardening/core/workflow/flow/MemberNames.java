package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of members of an object in JSON, or of what options give, as a text names them before their values. */
final class MemberNames {

    private static final Pattern MEMBER =
            Pattern.compile("\\\\?[\"']([\\w-]{1,100})\\\\?[\"']\\s{0,9}:|\\[([\\w-]{1,100})\\]=|^([\\w-]{1,100})=");

    /** So much of the text before a value may name it. */
    private static final int BEFORE = 400;

    private MemberNames() {}

    /** The name of the value that begins behind a text, in lower case; empty text where it has none. */
    static String last(String before) {
        Matcher member = MEMBER.matcher(end(before, before.length()));
        String name = "";
        while (member.find()) {
            name = SoughtPattern.group(member).toLowerCase(Locale.ROOT);
        }
        return name;
    }

    /** As much of a text up to an offset as may name the value that begins there. */
    static String end(CharSequence text, int to) {
        // Silent: what stands farther away names no member that begins here.
        return text.subSequence(Math.max(0, to - BEFORE), to).toString();
    }
}
