package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.workflow.code.ProgramBlock.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before a block says when it runs, what it is called and what it is given. */
final class BlockHead {

    private static final Map<Kind, Pattern> KINDS = kinds();

    private static final Pattern ARM = Pattern.compile("(?:case|when|in|default)\\b.*|['\"].*", Pattern.DOTALL);
    private static final Pattern NAMED_CLASS =
            Pattern.compile("(?:(?:export|default|abstract|final|public)\\s{1,9}){0,4}class\\s{1,9}(\\w{1,100})\\b.*");

    /** What brings a function of Python, Ruby, Perl, PHP, PowerShell or JavaScript into being by its name. */
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)(?:(?:export|default|async|public|private|protected|static|final|abstract)\\s{1,9}){0,4}"
                    + "(?:def|function|sub|filter)\\b[\\s*&]{0,9}(?:self\\.|\\w{1,30}:)?([\\w-]{1,100})[?!]?(.*)",
            Pattern.DOTALL);
    /** A function that gets a name as a value does. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?:(?:export|const|let|var|static)\\s{1,9}){0,2}(?:[\\w.]{1,60}\\.)?\\$?#?(\\w{1,100})(?:\\s{0,5}:[^=]{1,80})?\\s{0,9}[:=]\\s{0,9}(?:async\\b\\s{0,9})?(?:function\\b[\\s*]{0,9}\\w{0,60}\\s{0,5}|sub\\s{0,5})?");

    /** The same of Python, of one expression. */
    static final Pattern LAMBDA = Pattern.compile(
            "\\s{0,200}(\\w{1,100})(?:\\s{0,5}:[^=:]{1,80})?\\s{0,9}=\\s{0,9}lambda\\b([^:]{0,300})", Pattern.DOTALL);

    private static final Pattern METHOD = Pattern.compile(
            "(?:(?:public|private|protected|static|async|override|hidden|get|set|\\[[\\w.\\[\\]]{1,60}\\])\\s{1,9}){0,4}\\*?#?(\\w{1,100})");
    /** A name of what a call makes by a function that stands there. */
    private static final Pattern MADE =
            Pattern.compile("(?:(?:const|let|var)\\s{1,5})?(\\w{1,100})\\s{0,5}=(?![=>])[^=;]{1,200}\\([^=;]{0,100}");

    private static final Pattern TYPE = Pattern.compile("\\)\\s{0,9}(?::|->)\\s{0,9}[\\w<>\\[\\]{}|?.,\\\\ \"']{1,80}");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?:\\[[^\\[\\]]{0,200}(?:\\[\\])?\\]\\s{0,40}){0,9}+[*&.$@:]{0,4}(?:\\??\\w{1,60}\\s{1,5}\\$)?(\\w{1,100})");
    private static final Pattern TAKEN_APART =
            Pattern.compile("(?:^|[{,\\[])\\s{0,99}(?:\\w{1,100}\\s{0,9}:\\s{0,9})?[.]{0,3}(\\w{1,100})");
    private static final Pattern PIPES = Pattern.compile(".*\\|([^|]{1,200})\\|\\s{0,9}", Pattern.DOTALL);

    private BlockHead() {}

    private static Map<Kind, Pattern> kinds() {
        Map<Kind, Pattern> kinds = new LinkedHashMap<>();
        kinds.put(Kind.ELSE_IF, word("else\\s{0,5}if|elsif|elif"));
        kinds.put(Kind.ELSE, word("else"));
        kinds.put(Kind.IF, word("(?:[$@]?\\w{1,60}\\s{0,5}=\\s{0,5})?(?:if|unless)"));
        kinds.put(Kind.TRY, word("try|begin"));
        kinds.put(Kind.CATCH, word("catch|except|rescue"));
        kinds.put(Kind.FINALLY, word("finally|ensure"));
        kinds.put(Kind.CHOICE, word("(?:[$@]?\\w{1,60}\\s{0,5}=\\s{0,5})?(?:switch|match|case)"));
        kinds.put(Kind.LOOP, word("(?:async\\s{1,5})?for|foreach|while|until|loop|do|with"));
        return kinds;
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?i)(?:" + words + ")\\b(?!\\s{0,5}[.=])");
    }

    /**
     * Reads one.
     *
     * @param written it, without the sign that begins the statements
     * @param around what the block stands in
     * @param isArrow whether a function is written as an arrow
     */
    static ProgramBlock read(String written, Kind around, ProgramLanguage language, boolean isArrow, boolean isValue) {
        String head = language.ignoresCase() ? written.strip().toLowerCase(Locale.ROOT) : written.strip();
        boolean isChoice = around == Kind.CHOICE;
        if (isChoice && ARM.matcher(head).matches()) {
            return new ProgramBlock(Kind.ARM, head, "", List.of(), false);
        }
        for (Map.Entry<Kind, Pattern> kind : KINDS.entrySet()) {
            if (!isArrow && kind.getValue().matcher(head).lookingAt()) {
                boolean isCaught = kind.getKey() == Kind.CATCH && head.endsWith(")");
                List<String> caught = isCaught ? parameters(given(head), language) : List.of();
                return new ProgramBlock(kind.getKey(), head, "", caught, false);
            }
        }
        Matcher named = NAMED_CLASS.matcher(head);
        if (named.matches()) {
            return new ProgramBlock(Kind.CLASS, head, named.group(1), List.of(), false);
        }
        return function(head, around, language, isArrow, isValue);
    }

    private static ProgramBlock function(
            String head, Kind around, ProgramLanguage language, boolean isArrow, boolean isValue) {
        Matcher declared = DECLARED.matcher(head);
        if (declared.matches()) {
            String rest = withoutType(declared.group(2).strip());
            List<String> parameters = parameters(rest.startsWith("(") ? given(rest) : rest, language);
            if (around == Kind.CLASS && language == ProgramLanguage.PYTHON && !parameters.isEmpty()) {
                parameters = parameters.subList(1, parameters.size());
            }
            return new ProgramBlock(Kind.FUNCTION, head, declared.group(1), parameters, isValue);
        }
        Matcher lambda = LAMBDA.matcher(head);
        if (language == ProgramLanguage.PYTHON && lambda.matches()) {
            return new ProgramBlock(
                    Kind.FUNCTION,
                    head,
                    lambda.group(1),
                    parameters(lambda.group(2).strip(), language),
                    isValue);
        }
        Matcher pipes = PIPES.matcher(head);
        if (language == ProgramLanguage.RUBY) {
            List<String> parameters = pipes.matches() ? parameters(pipes.group(1), language) : List.of();
            return new ProgramBlock(Kind.PLAIN, head, "", parameters, false);
        }
        String signature = withoutType(head);
        if (!signature.endsWith(")") && !isArrow) {
            return new ProgramBlock(Kind.PLAIN, head, "", List.of(), false);
        }
        int open = opening(signature);
        String given = signature.endsWith(")") ? given(signature) : signature.substring(open);
        String before = signature.substring(0, open).strip();
        Matcher assigned = ASSIGNED.matcher(before);
        Matcher method = METHOD.matcher(before);
        boolean isFunction = assigned.matches();
        if (!isFunction && !isArrow && method.matches()) {
            return new ProgramBlock(Kind.FUNCTION, head, method.group(1), parameters(given, language), false);
        }
        Matcher made = MADE.matcher(before);
        String name = isFunction ? assigned.group(1) : made.matches() ? made.group(1) : "";
        return new ProgramBlock(
                isFunction ? Kind.FUNCTION : Kind.PLAIN, head, name, parameters(given, language), isValue);
    }

    /** A signature without the type of what it brings. */
    private static String withoutType(String head) {
        int end = head.lastIndexOf(')');
        return end > 0 && TYPE.matcher(head).region(end, head.length()).matches() ? head.substring(0, end + 1) : head;
    }

    /** Where the parentheses open that a text ends with, or the word begins. */
    private static int opening(String text) {
        int open = 0;
        for (int at = text.length() - 1; at >= 0; at--) {
            char c = text.charAt(at);
            open += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (open == 0 && (c == '(' || !Character.isJavaIdentifierPart(c))) {
                return c == '(' ? at : at + 1;
            }
        }
        return 0;
    }

    private static String given(String text) {
        return text.substring(Math.min(opening(text) + 1, text.length() - 1), text.length() - 1);
    }

    /** The names of parameters, without their types and what they are otherwise. */
    static List<String> parameters(String given, ProgramLanguage language) {
        List<String> names = new ArrayList<>();
        for (String part : CodeList.parts(given)) {
            String parameter = part.strip();
            if (parameter.startsWith("{") || (parameter.startsWith("[") && !parameter.contains("$"))) {
                names.add(String.join(
                        " ",
                        TAKEN_APART
                                .matcher(parameter)
                                .results()
                                .map(one -> one.group(1))
                                .toList()));
                continue;
            }
            Matcher name = PARAMETER.matcher(parameter);
            if (parameter.contains("[ValidateSet(")) {
                // It is one of the words that stand there, or the function is not entered.
                names.add("");
            } else if (name.lookingAt()) {
                names.add(language.ignoresCase() ? name.group(1).toLowerCase(Locale.ROOT) : name.group(1));
            }
        }
        return names;
    }
}
