package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of a program that stand for what is followed through it: outsiders' text, or secrets.
 *
 * @param <V> what is followed
 */
public final class NamedTexts<V> {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w{0,100}");

    /** A group of what a search found, behind its name; or what asks whether it found something. */
    private static final Pattern GROUP = Pattern.compile(
            "\\??\\.?(?:\\[[1-9]\\]|group\\([1-9]\\))|\\s{0,5}(?:\\?(?![.?])|&&)|\\s{1,5}(?:else|and)\\b");

    /** A member of what a name stands for, or of one of several, in which an outsider words nothing. */
    private static final Pattern NO_TEXT = Pattern.compile("(?:(?:\\?\\.)?\\[\\d{1,3}\\])?\\??\\.(?:number|id|sha)\\b");

    /** Stands before the name of what an object keeps by itself: {@code this.title}. */
    public static final String OF_OBJECT = "@";

    /** Those of objects. */
    public final NamedMembers<V> members = new NamedMembers<>();

    /** Whether the name of a commit is followed, too, in which an outsider words nothing. */
    public boolean haveCommits;

    private final boolean ignoresCase;
    private boolean haveObjects;
    private final Map<String, V> names = new HashMap<>();
    /** By the branches of the program that it is in, what names stood for that stand for something harmless now. */
    private final Deque<Branch<V>> branches = new ArrayDeque<>();
    /** Names of what a search found, of which all that a group captures is harmless. */
    private final Set<String> searches = new HashSet<>();
    /** The functions and blocks that the program is in. */
    private final ProgramScopes<Standing<V>> scopes;
    /** Those that the program found. */
    private final Set<String> found = new HashSet<>();

    /**
     * A branch.
     *
     * @param before what names stood for that stand for something harmless now
     * @param worded those that were set to an outsider's text
     */
    private record Branch<V>(Map<String, V> before, Set<String> worded) {}

    /**
     * What a name stands for.
     *
     * @param text an outsider's text
     * @param isSearch whether it is what a search found
     * @param members those of an object
     */
    private record Standing<V>(Optional<V> text, boolean isSearch, Optional<Map<String, V>> members) {}

    /** The arguments of a program, which its libraries give names. */
    public interface Parsed<V> {

        /** Whether a name stands for what was parsed. */
        boolean areNamed(String name);

        /** What the member holds whose name stands behind that of what was parsed. */
        Optional<V> member(String text, int end);
    }

    NamedTexts(ProgramLanguage language) {
        this.ignoresCase = language.ignoresCase();
        this.scopes = new ProgramScopes<>(language.functionsOwnAll());
    }

    private String key(String name) {
        return ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Whether no name stands for anything. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether an object keeps a text by itself. */
    public boolean haveObjects() {
        return haveObjects;
    }

    /** Whether a name stands for something. */
    public boolean has(String name) {
        return names.containsKey(key(name));
    }

    /** What a name stands for; empty where it is nothing that is followed. */
    public Optional<V> get(String name) {
        return Optional.ofNullable(names.get(key(name)));
    }

    /** Lets a name stand for that from here on. */
    public void set(String name, V taint) {
        keep(key(name));
        names.put(key(name), taint);
        haveObjects |= name.startsWith(OF_OBJECT);
        if (isOutside(key(name))) {
            branches.peek().worded().add(key(name));
        }
    }

    /** Takes in what a name stands for before the program begins, or outside of the functions that it is in. */
    public void setOutside(String name, V taint) {
        names.put(key(name), taint);
        found.add(key(name));
    }

    /** Lets a name stand for an object. */
    public void set(String name, String object, Function<String, Optional<V>> of) {
        keep(key(name));
        members.set(name, object, of);
    }

    private void keep(String key) {
        scopes.set(
                key, new Standing<>(Optional.ofNullable(names.get(key)), searches.contains(key), members.members(key)));
    }

    /** Takes in that a statement comes next. */
    void next(String text) {
        scopes.next(text);
    }

    /**
     * Goes into a block.
     *
     * @param isCalled whether it is a function that is called, whose parameters stand for nothing yet
     * @param isFollowed whether it is one whose calls are followed: what it is given is so where it is called
     */
    void begin(ProgramBlock block, boolean isCalled, boolean isFollowed) {
        List<String> parameters = block.parameters.stream()
                .flatMap(name -> Stream.of(name.split(" ", -1)))
                .toList();
        // Within it what it returns stands for nothing where it is called.
        scopes.begin(block, isCalled, parameters.stream().map(this::key).toList(), branches.size());
        if (isCalled || isFollowed) {
            parameters.stream()
                    .filter(name -> isCalled || !found.contains(key(name)))
                    .forEach(this::hide);
        }
    }

    private void hide(String name) {
        keep(key(name));
        remove(name);
    }

    /** Leaves it. */
    void end() {
        scopes.end().forEach((key, standing) -> {
            remove(key);
            standing.text().ifPresent(text -> names.put(key, text));
            if (standing.isSearch()) {
                searches.add(key);
            }
            members.set(key, standing.members());
        });
    }

    /** The function that the program is in; empty where it is in none that has a name. */
    Optional<String> function() {
        return scopes.function();
    }

    /** Whether a name is none of a function or block within the branch that the program is in. */
    private boolean isOutside(String key) {
        return branches.size() > scopes.depth(key);
    }

    /** Takes in that a name stands for several texts, this one among them. */
    public void add(String name, V taint) {
        names.putIfAbsent(key(name), taint);
    }

    /** Lets a name stand for nothing from here on. */
    public void remove(String name) {
        names.remove(key(name));
        searches.remove(key(name));
    }

    /** Lets a name stand for something else from now on. */
    public void replace(String name) {
        keep(key(name));
        clean(Set.of(name));
    }

    /** Goes into a branch of a condition. */
    void beginBranch() {
        branches.push(new Branch<>(new LinkedHashMap<>(), new HashSet<>()));
    }

    /** Leaves a branch, for the next one to find what this one found; answers what it set. */
    Branches.Outcome endBranch() {
        Branch<V> branch = branches.pop();
        branch.worded().retainAll(names.keySet());
        branch.before().keySet().removeIf(names::containsKey);
        names.putAll(branch.before());
        branch.worded().stream()
                .filter(this::isOutside)
                .forEach(name -> branches.peek().worded().add(name));
        return new Branches.Outcome(Set.copyOf(branch.before().keySet()), Set.copyOf(branch.worded()));
    }

    /** Lets names stand for something harmless. */
    void clean(Set<String> harmless) {
        for (String name : harmless) {
            V before = names.get(key(name));
            remove(name);
            if (before != null && isOutside(key(name))) {
                branches.peek().before().putIfAbsent(key(name), before);
            }
        }
    }

    /** Takes in that of what a name stands for the groups of a search are harmless. */
    public void setSearch(String name) {
        searches.add(key(name));
    }

    /** The first that an expression reads, by its name or as a member of the arguments. */
    public Optional<V> in(String text, Optional<? extends Parsed<V>> arguments) {
        if (names.isEmpty() && arguments.isEmpty() && members.isEmpty()) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean isMember = word.start() > 0 && ".@>".indexOf(text.charAt(word.start() - 1)) >= 0;
            V member = isMember ? names.get(key(OF_OBJECT + word.group())) : null;
            V known = member == null ? names.get(key(word.group())) : member;
            if (arguments.isPresent() && arguments.get().areNamed(word.group())) {
                known = arguments.get().member(text, word.end()).orElse(null);
            }
            if (known == null && !members.isEmpty()) {
                known = members.behind(word.group(), text, word.end()).orElse(null);
            }
            if (known != null
                    && !isGroup(word, text)
                    && !isKey(text, word.start(), word.end())
                    && !isQuoted(text, word.start(), word.end())
                    && !isMemberThatIsNoText(text, word.end())) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private boolean isGroup(Matcher word, String text) {
        return searches.contains(key(word.group()))
                && GROUP.matcher(text).region(word.end(), text.length()).lookingAt();
    }

    /** Whether a name only chooses one of several values: {@code commands[name]}. */
    private static boolean isKey(String text, int start, int end) {
        boolean hasSign = start > 0 && text.charAt(start - 1) == '$';
        int open = hasSign ? start - 2 : start - 1;
        if (open < 1 || text.charAt(open) != '[' || end >= text.length() || text.charAt(end) != ']') {
            return false;
        }
        int of = open;
        while (of > 0 && (Character.isLetterOrDigit(text.charAt(of - 1)) || text.charAt(of - 1) == '_')) {
            of--;
        }
        // Without the sign it is a word of a text that the value is filled into: kind[$title].
        boolean isOfName = of < open && (!hasSign || (of > 0 && "$.:".indexOf(text.charAt(of - 1)) >= 0));
        return isOfName || ")]}".indexOf(text.charAt(open - 1)) >= 0;
    }

    /** Whether it is all of a text in quotes, and no name. */
    private static boolean isQuoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && text.charAt(start - 1) == text.charAt(end)
                && "'\"`".indexOf(text.charAt(end)) >= 0;
    }

    private boolean isMemberThatIsNoText(String text, int end) {
        return !(haveCommits && text.startsWith(".sha", end))
                && NO_TEXT.matcher(text).region(end, text.length()).lookingAt();
    }
}
