package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.NamedTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a program, and what its libraries make of them: {@code args.title} holds what stands behind {@code --title}. */
final class ProgramArguments implements NamedTexts.Parsed<Taint> {

    /** A declaration of an option or an operand: that of Python's own library, of click, of commander. */
    private static final SoughtPattern DECLARED = SoughtPattern.of(
            "(?:\\.add_argument|(@)\\w{0,60}\\.?(?:option|argument))\\(((?:[^()]|\\([^()]{0,200}\\)){1,600}+)\\)",
            "add_argument(",
            "option(",
            "argument(");
    /** What parses the arguments, and the name that gets them. */
    private static final SoughtPattern PARSES = SoughtPattern.of(
            "\\s{0,80}(?:(?:const|let|var)\\s)?\\{?\\s{0,9}+(\\w{1,100}+)[^=\\n]{0,100}+=\\s{0,9}+[\\w.]{0,100}(?:\\bparse_args|\\bparse_known_args|\\bparse_intermixed_args|\\bparseArgs"
                    + "|\\bdocopt|\\.opts)\\(",
            "parse_",
            "parseargs(",
            "docopt(",
            ".opts(");

    private static final Pattern CALLED =
            Pattern.compile("\\s{0,80}(?:(?:const|let|var)\\s)?(\\w{1,100})\\s{0,9}=\\s{0,9}(\\w{1,100})\\(");

    private static final SoughtPattern CALL =
            SoughtPattern.of("\\b(?:parse_args|parse_known_args|parse_intermixed_args)\\(", "parse_");
    private static final Pattern NAME = Pattern.compile("\\s{0,9}(\\w{1,100})\\s{0,9}(?:[,);]|$)");

    private static final Pattern TEXT =
            Pattern.compile("^\\s{0,99}['\"](-{0,2})([\\w][\\w-]{0,99})['\"]\\s{0,99}(?:,|$)");
    /** The parameters of a script of PowerShell, which stand before its first statement, and each of them. */
    private static final SoughtPattern PARAMETERS = SoughtPattern.of(
            "(?is)(?:\\s{1,200}+|#[^\\n]{0,300}+\\n|\\[CmdletBinding\\(\\)\\]){0,40}+param\\s{0,9}\\(((?:[^()]|\\([^()]{0,200}\\)){0,2000}+)\\)",
            "param");

    private static final Pattern PARAMETER = Pattern.compile("(?:\\[(\\w{1,30})\\])?\\s{0,9}\\$([A-Za-z_]\\w{0,100})");
    private static final Pattern NUMBER = Pattern.compile("(?i)int(?:32|64)?|long|double|bool|switch|datetime");
    private static final Pattern DESTINATION = Pattern.compile("\\bdest\\s{0,9}=\\s{0,9}['\"](\\w{1,100})['\"]");
    /** Leaves nothing to choose but a number, or one of the program's own words. */
    private static final Pattern NARROW = Pattern.compile(
            "\\btype\\s{0,9}=\\s{0,9}(?:int|float|bool|click\\.(?:INT|FLOAT|BOOL|Choice|IntRange))\\b|\\bchoices\\s{0,9}="
                    + "|\\baction\\s{0,9}=\\s{0,9}['\"](?:store_true|store_false|count)|\\bis_flag\\b");
    /** A member of what was parsed, behind its name. */
    private static final Pattern MEMBER =
            Pattern.compile("(?:\\.get\\(\\s{0,9}['\"]|\\.|\\[\\s{0,9}['\"])(?:--)?([\\w-]{1,100})");

    /** What options are given, by name; nothing of one that is given the repository's own. */
    private final Map<String, Optional<Taint>> options = new HashMap<>();

    private final Optional<Taint> operand;
    private final Optional<Taint> any;
    /** By the names of members, the options that they hold; none of an operand. */
    private final Map<String, Set<String>> declared = new HashMap<>();

    private final Set<String> narrow = new HashSet<>();
    private final Set<String> parsed = new HashSet<>();
    /** The functions that return what was parsed. */
    private final Set<String> parsers = new HashSet<>();

    /**
     * The arguments of a program.
     *
     * @param words as they are written
     * @param carried what each holds
     */
    ProgramArguments(List<String> words, List<Optional<Taint>> carried) {
        Optional<Taint> first = Optional.empty();
        Optional<Taint> free = Optional.empty();
        String option = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Optional<Taint> taint = carried.get(i);
            first = first.isPresent() ? first : taint;
            if (word.startsWith("-") && word.length() > 1) {
                option = name(word.split("=", 2)[0]);
                options.put(option, taint);
            } else if (!option.isEmpty()) {
                options.put(option, taint);
                // An option may have no value, and this be an operand.
                free = free.isPresent() ? free : taint;
                option = "";
            } else {
                free = free.isPresent() ? free : taint;
            }
        }
        this.any = first;
        this.operand = free;
    }

    private static String name(String option) {
        return option.replaceFirst("^-{1,2}", "").replace('-', '_');
    }

    /** The first that one of them holds. */
    Optional<Taint> any() {
        return any;
    }

    /** Takes in what a program declares; answers what its functions get by their parameters then. */
    Map<String, Taint> declare(String program) {
        Map<String, Taint> parameters = new HashMap<>();
        Matcher block = PARAMETERS.in(any.isPresent() ? program : "");
        if (block.lookingAt()) {
            Matcher parameter = PARAMETER.matcher(block.group(1));
            while (parameter.find()) {
                boolean isNarrow = parameter.group(1) != null
                        && NUMBER.matcher(parameter.group(1)).matches();
                Optional<Taint> held = isNarrow ? Optional.empty() : ofParameter(parameter.group(2));
                held.ifPresent(taint -> parameters.put(parameter.group(2), taint));
            }
        }
        Matcher declaration = DECLARED.in(any.isPresent() ? program : "");
        while (declaration.find()) {
            String given = declaration.group(2);
            List<String> names = new ArrayList<>();
            Set<String> own = new HashSet<>();
            String rest = given;
            Matcher text = TEXT.matcher(rest);
            while (text.find()) {
                names.add(name(text.group(2)));
                if (!text.group(1).isEmpty()) {
                    own.add(name(text.group(2)));
                }
                rest = rest.substring(text.end());
                text = TEXT.matcher(rest);
            }
            Matcher destination = DESTINATION.matcher(given);
            if (destination.find()) {
                names.add(destination.group(1));
            }
            boolean isNarrow = NARROW.matcher(given).find();
            for (String name : names) {
                declared.computeIfAbsent(name, other -> new HashSet<>()).addAll(own);
                if (isNarrow) {
                    narrow.add(name);
                }
                Optional<Taint> held = declaration.group(1) == null ? Optional.empty() : member(name);
                held.ifPresent(taint -> parameters.put(name, taint));
            }
        }
        return parameters;
    }

    /** What a parameter of PowerShell gets: that of the option of its name in any case, or of an operand. */
    private Optional<Taint> ofParameter(String name) {
        boolean isNamed = false;
        for (Map.Entry<String, Optional<Taint>> option : options.entrySet()) {
            if (option.getKey().equalsIgnoreCase(name)) {
                return option.getValue();
            }
            isNamed = true;
        }
        return isNamed ? Optional.empty() : operand;
    }

    /** Takes in that a line parses the arguments. */
    void parse(String line) {
        Matcher parses = PARSES.in(any.isPresent() ? line : "");
        if (parses.lookingAt()) {
            parsed.add(parses.group(1));
        }
        Matcher called = CALLED.matcher(parsers.isEmpty() ? "" : line);
        if (called.lookingAt() && parsers.contains(called.group(2))) {
            parsed.add(called.group(1));
        }
    }

    /** Takes in that a function returns what was parsed. */
    void returnedBy(String function) {
        parsers.add(function);
    }

    @Override
    public boolean areNamed(String name) {
        return !parsed.isEmpty() && parsed.contains(name);
    }

    /** Takes in that a name stands for what was parsed. */
    void handOn(String other) {
        parsed.add(other);
    }

    /** Whether a text is what was parsed, or parses it. */
    boolean areIn(String text) {
        Matcher name = NAME.matcher(text);
        return any.isPresent() && ((name.lookingAt() && areNamed(name.group(1))) || CALL.isIn(text));
    }

    @Override
    public Optional<Taint> member(String text, int end) {
        Matcher member = MEMBER.matcher(text).region(end, text.length());
        return member.lookingAt() ? member(name(member.group(1))) : Optional.empty();
    }

    private Optional<Taint> member(String name) {
        if (narrow.contains(name)) {
            return Optional.empty();
        }
        Set<String> known = declared.getOrDefault(name, Set.of(name));
        for (String option : known) {
            if (options.containsKey(option) && options.get(option).isPresent()) {
                return options.get(option);
            }
        }
        boolean isOperand = declared.containsKey(name) && known.isEmpty();
        return isOperand ? operand : Optional.empty();
    }
}
