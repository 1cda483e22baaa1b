package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.code.CodeTexts;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the statements of a program of Ruby, Perl or PHP, whose functions take what follows them without parentheses as well. */
final class OpenCallReader extends ProgramReader {

    private static final Set<String> PRINTING = Set.of(
            "puts",
            "print",
            "p",
            "pp",
            "echo",
            "say",
            "warn",
            "printf",
            "print_r",
            "var_dump",
            "$stdout.puts",
            "STDOUT.puts",
            "$stderr.puts",
            "STDERR.puts");

    /** The file that Perl prints to, which no comma stands behind. */
    private static final Pattern FILE_HANDLE = Pattern.compile(
            "\\s{1,9}(?:\\{\\s{0,9}\\$?\\w{1,60}\\s{0,9}\\}|\\$\\w{1,60}|(?!STDOUT|STDERR)[A-Z]{2,60})\\s{1,9}(?=[$\"'\\w])"
                    + "(?!(?:if|unless|for|foreach|x|and|or|eq|ne|cmp)\\b)");

    OpenCallReader(
            ProgramLanguage language,
            String written,
            ProgramVariables variables,
            ProgramEffects effects,
            ProgramPlace place) {
        super(language, written, variables, effects, place);
    }

    @Override
    boolean isFilled(char quote) {
        return quote == '"' || quote == '`';
    }

    @Override
    boolean isCalledAlone() {
        return language == ProgramLanguage.RUBY;
    }

    @Override
    String memberSign() {
        return language == ProgramLanguage.RUBY ? "." : "->";
    }

    @Override
    ProgramValue name(int from, int to) {
        String name = code.substring(from, to);
        return isGivenMore(name) ? openCall(name, from) : super.name(from, to);
    }

    /** Whether the name is one of a function that what follows is given to. */
    private boolean isGivenMore(String name) {
        boolean isFunction = PRINTING.contains(name) || ProgramCall.of(name, "") != ProgramCall.OTHER;
        return isFunction && !isCalled() && isAt(" ") && variables.get(name).isEmpty() && begins(ahead(1));
    }

    private static boolean begins(char c) {
        return CodeTexts.isOfName(c) || "\"'`$@%{[:".indexOf(c) >= 0;
    }

    /** Reads what a function is given up to the end of the statement. */
    private ProgramValue openCall(String function, int from) {
        int to = at;
        boolean isToFile = language == ProgramLanguage.PERL
                && FILE_HANDLE.matcher(code).region(at, end).lookingAt();
        GivenValues given = new GivenValues();
        do {
            at++;
            given.add(expression(true), argument);
        } while (isAt(","));
        return isToFile ? ProgramValue.UNKNOWN : called(function, ProgramValue.NONE, given, from, to);
    }

    @Override
    ProgramValue called(String function, ProgramValue receiver, GivenValues given, int from, int to) {
        return super.called(PRINTING.contains(function) ? "print" : function, receiver, given, from, to);
    }

    @Override
    boolean isFilledIn() {
        return language == ProgramLanguage.RUBY
                ? ahead(0) == '#' && ahead(1) == '{'
                : (ahead(0) == '$' && (CodeTexts.isOfName(ahead(1)) || ahead(1) == '{'))
                        || (ahead(0) == '{' && ahead(1) == '$');
    }

    @Override
    ProgramValue filledIn() {
        if (ahead(0) == '$' && ahead(1) != '{') {
            int from = at;
            chain();
            return behind(name(from, at), from);
        }
        boolean isBraced = ahead(0) == '{';
        at += isBraced ? 1 : 2;
        int from = at;
        ProgramValue value = expression(false);
        if (language != ProgramLanguage.RUBY && !isBraced) {
            // ${name}
            value = variables.get("$" + code.substring(from, Math.min(at, end))).orElse(ProgramValue.UNKNOWN);
        }
        at = Math.min(at + 1, end);
        return value;
    }
}
