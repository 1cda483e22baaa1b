package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.code.CodeTexts;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.expression.Fence;

/** Reads the code of a program, without its comments, and the texts in it with the values that are filled into them. */
public abstract class CodeReader {

    /** Names of files are no longer. */
    private static final int LONGEST_TEXT = 300;

    final ProgramLanguage language;
    final String code;
    private final CodeTexts texts;
    private final ProgramPlace place;
    int at;
    /** Where the statement, or the text, ends that is read. */
    int end;

    CodeReader(ProgramLanguage language, String written, ProgramPlace place) {
        this.language = language;
        this.code = new CodeTexts(language, written).withoutComments();
        this.texts = new CodeTexts(language, code);
        this.place = place;
    }

    /** Whether a value is filled into a text here. */
    abstract boolean isFilledIn();

    /** Reads it. */
    abstract ProgramValue filledIn();

    final char ahead(int places) {
        return at + places < end ? code.charAt(at + places) : '\n';
    }

    final boolean isAt(String signs) {
        return at < end && signs.indexOf(code.charAt(at)) >= 0;
    }

    /** Passes over blanks, and line breaks. */
    final void skipBlanks() {
        while (at < end && (Character.isWhitespace(code.charAt(at)) || code.charAt(at) == language.escape)) {
            at++;
        }
    }

    /** Where the text ends that begins here; this place where none does. */
    final int textEnd() {
        return texts.end(at);
    }

    /** Reads a text, with the values that are filled into it if any are, an expression of GitHub, or a pattern. */
    final ProgramValue text(int stop, boolean isFilled) {
        int limit = end;
        if (code.startsWith(Fence.OPEN, at)) {
            return fence(stop);
        }
        String open = String.valueOf(ahead(0));
        String close = open;
        for (int i = 0; i < language.longTexts.size(); i += 2) {
            if (code.startsWith(language.longTexts.get(i), at)) {
                open = language.longTexts.get(i);
                close = language.longTexts.get(i + 1);
            }
        }
        int last = Math.min(stop, limit);
        end = Math.max(
                at + open.length(), code.startsWith(close, stop - close.length()) ? last - close.length() : last);
        at += open.length();
        ProgramValue all = open.equals("/") ? ProgramValue.UNKNOWN : filled(isFilled);
        end = limit;
        at = last;
        return all.isNone() ? ProgramValue.of("\"") : all;
    }

    private ProgramValue filled(boolean isFilled) {
        ProgramValue all = ProgramValue.NONE;
        int kept = at;
        while (at < end) {
            int fence = code.startsWith(Fence.OPEN, at) ? texts.end(at) : at;
            if (fence > at || (isFilled && isFilledIn())) {
                all = all.with(plain(kept));
                ProgramValue value = fence > at ? fence(fence) : filledIn();
                all = all.with(value.isNone() ? ProgramValue.UNKNOWN : value);
                kept = at;
            } else {
                at += code.charAt(at) == language.escape || (isFilled && code.startsWith("{{", at)) ? 2 : 1;
            }
        }
        at = Math.min(at, end);
        return all.with(plain(kept));
    }

    private ProgramValue plain(int from) {
        return ProgramValue.of(code.substring(from, Math.max(from, Math.min(at, from + LONGEST_TEXT))));
    }

    private ProgramValue fence(int stop) {
        String expression = code.substring(at, stop);
        at = stop;
        return new ProgramValue(
                ProgramValue.Kind.TEXT,
                place.expression(expression),
                expression.substring(0, Math.min(expression.length(), 100)),
                "");
    }
}
