package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.HarmlessPattern;
import io.github.mavenhardening.core.workflow.code.NamedPatterns;
import io.github.mavenhardening.core.workflow.code.NamedTexts;
import io.github.mavenhardening.core.workflow.code.Requests;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a program that give names to values: assignments, several names at once, and what is added to a collection. */
final class ProgramAssignments {

    private static final Pattern NAMED = Pattern.compile(
            "\\s{0,80}(?:const|let|var|my|our)?\\s{0,9}\\{?\\s{0,9}(?:(self\\.|this\\.|\\$this(?:\\.|->)|@)|\\$(?i:script|global|local|private):)?\\$?(?!(?:else|try|finally|default)\\b)([A-Za-z_]\\w{0,100})\\s{0,9}\\}?\\s{0,9}"
                    // The type of it, in Python and TypeScript.
                    + "(?::\\s{0,9}[\\w.<>\\[\\]|, ]{1,80})?=(?![=>])(.*)");
    /** Several names at once. */
    private static final Pattern UNPACKED = Pattern.compile(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}[\\[{(]?\\s{0,9}((?:\\w{0,60}+\\s{0,5}+,\\s{0,5}+){1,9}(?:\\.{3})?\\w{1,60})\\s{0,9}[\\]})]?"
                    + "\\s{0,9}=(?![=>])(.*)");
    /** Members of an event, of which several are named at once. */
    private static final Pattern PART =
            Pattern.compile(".*\\b(?:payload|event)\\.(" + EventParts.NAMES + ")\\s{0,9};?\\s{0,9}");

    /** Adds something to a collection that has a name. */
    private static final Pattern ADDED = Pattern.compile("\\s{0,80}(\\w{1,100})\\.(?:add|push|append|unshift)\\((.*)");

    /** Sets a member of an object that has a name. */
    private static final Pattern MEMBER_SET = Pattern.compile(
            "\\s{0,80}(\\w{1,100})(?:\\.\\w{1,100}|\\[[^\\]=]{1,100}\\])\\s{0,9}=(?![=>])(.*)|\\s{0,80}(\\w{1,100})\\.set\\([^,]{1,200},(.*)");

    /** What holds nothing yet. */
    private static final Pattern EMPTY_OBJECT =
            Pattern.compile("\\s{0,9}(?:\\{\\s{0,9}\\}|dict\\(\\)|new Map\\(\\)|@\\{\\s{0,9}\\})\\s{0,9};?\\s{0,9}");

    /** Adds something to the text that has a name. */
    private static final Pattern LENGTHENED = Pattern.compile(
            "\\s{0,80}(self\\.|this\\.|\\$this(?:\\.|->)|@)?\\$?([A-Za-z_]\\w{0,100})\\s{0,9}(?:[+.]=|\\|\\|=|\\?\\?=|<<)\\s(.*)");

    /** A search of PowerShell, which keeps what it finds under a name of its own. */
    private static final SoughtPattern MATCHED =
            SoughtPattern.of("(?i)(.{1,300}?)\\s-[ci]?match\\s{1,5}(?:(['\"])((?:(?!\\2).){1,300})\\2)?", "match");

    /** A name within an expression: {@code if (title := os.environ["TITLE"]):}, {@code while ((found = line.exec(body)) !== null)}. */
    private static final SoughtPattern NAMED_WITHIN = SoughtPattern.of(
            "(?:\\(\\s{0,5}(\\w{1,100})\\s{0,5}:=|\\b(?:while|if)\\s{0,5}\\(\\(?\\s{0,5}(\\w{1,100})\\s{0,5}=(?![=>]))\\s{0,5}(.*)",
            ":=",
            "while",
            "if");

    private final OutsiderEvents events;
    private final NamedTexts<Taint> names;
    private final ProgramExpressions expressions;
    private final NamedPatterns patterns;
    /** The names of objects that held nothing at first. */
    private final Set<String> objects = new HashSet<>();
    /** The texts that names were set to, which more may be added to. */
    private final Map<String, String> starts = new HashMap<>();

    /** @param patterns those that the program searches by */
    ProgramAssignments(
            OutsiderEvents events, NamedTexts<Taint> names, ProgramExpressions expressions, NamedPatterns patterns) {
        this.events = events;
        this.names = names;
        this.expressions = expressions;
        this.patterns = patterns;
    }

    /**
     * Takes in a line that may give names.
     *
     * @param call it with the lines in which a call that it begins goes on
     */
    void take(String line, String call, Location place) {
        boolean assigns = line.indexOf('=') >= 0;
        if (events.areForHeads()) {
            HeadNames.takenApart(call)
                    .ifPresent(name -> names.set(name, Taint.source(Taint.Kind.WORD, place, Taint.ANSWER)));
        }
        Matcher unpacked = UNPACKED.matcher(line);
        if (assigns && unpacked.matches()) {
            unpack(unpacked, place);
            return;
        }
        Matcher added = ADDED.matcher(line);
        if (line.indexOf('(') >= 0 && added.matches()) {
            // What is in it by now stays there.
            Optional<Taint> taint = expressions.of(added.group(2), place);
            taint.ifPresent(text -> names.add(added.group(1), text.at(place, "adds it to a collection")));
            return;
        }
        Matcher member = MEMBER_SET.matcher(objects.isEmpty() ? "" : call);
        if (member.matches()) {
            boolean isAssigned = member.group(1) != null;
            String object = member.group(isAssigned ? 1 : 3);
            Optional<Taint> taint = objects.contains(object)
                    ? expressions.of(member.group(isAssigned ? 2 : 4), place)
                    : Optional.empty();
            taint.ifPresent(text -> names.add(object, text.at(place, "adds it to an object")));
            return;
        }
        Matcher lengthened = LENGTHENED.matcher(call);
        if (lengthened.matches()) {
            String name = name(lengthened);
            Optional<Taint> taint = names.has(name) ? Optional.empty() : expressions.of(lengthened.group(3), place);
            taint.ifPresent(text -> names.set(
                    name,
                    text.at(place, "adds it to a text")
                            .behind(starts.getOrDefault(name, "") + Requests.start(lengthened.group(3)))));
            return;
        }
        Matcher named = NAMED.matcher(call);
        if (assigns && named.matches()) {
            name(named, place);
        }
    }

    /** Sets several names at once to what is taken apart. */
    private void unpack(Matcher unpacked, Location place) {
        Optional<Taint> taint = expressions.of(unpacked.group(2), place);
        Matcher part = PART.matcher(unpacked.group(2));
        if (part.matches()) {
            for (String name : unpacked.group(1).split("\\s{0,5},\\s{0,5}", -1)) {
                Optional<Taint.Kind> kind =
                        events.worded(new ContextPath(List.of("github", "event", part.group(1), name)));
                if (kind.isPresent()) {
                    names.set(name, Taint.source(kind.get(), place, "reads it from the event"));
                }
            }
        } else if (taint.isEmpty() && !names.members.isEmpty()) {
            for (String name : unpacked.group(1).split("\\s{0,5},\\s{0,5}", -1)) {
                names.members
                        .of(unpacked.group(2), name)
                        .ifPresent(text -> names.set(name, text.at(place, "sets a name to it")));
            }
        } else if (taint.isPresent()) {
            boolean areGroups = patterns.capturesHarmless(unpacked.group(2));
            String[] all = unpacked.group(1).split("\\s{0,5},\\s{0,5}(?:\\.{3})?", -1);
            for (int i = 0; i < all.length; i++) {
                // The first of what a search finds is all of it.
                if (areGroups && i > 0) {
                    names.replace(all[i]);
                } else {
                    names.set(all[i], taint.get().at(place, "sets a name to it"));
                }
            }
        }
    }

    /** Sets a name to a value, or to the repository's own. */
    private void name(Matcher named, Location place) {
        boolean isMember = named.group().stripLeading().matches("(?:(?:const|let|var)\\s{1,9})?\\{.*");
        Optional<Taint> taint = isMember ? names.members.of(named.group(3), named.group(2)) : Optional.<Taint>empty();
        taint = taint.isPresent() ? taint : expressions.of(named.group(3), place);
        String name = name(named);
        starts.put(name, Requests.start(named.group(3)));
        if (EMPTY_OBJECT.matcher(named.group(3)).matches()) {
            objects.add(name);
        } else {
            objects.remove(name);
        }
        names.replace(name);
        names.members.name(name, named.group(3));
        if (taint.isPresent()) {
            if (patterns.capturesHarmless(named.group(3))) {
                names.setSearch(name);
            }
            names.set(name, taint.get().at(place, "sets a name to it").behind(Requests.start(named.group(3))));
        }
    }

    /** The name that is set, which may be kept by an object. */
    private static String name(Matcher set) {
        return set.group(1) == null ? set.group(2) : NamedTexts.OF_OBJECT + set.group(2);
    }

    /** Takes in a name that a line gives within an expression. */
    void within(String line, Location place) {
        Matcher within = NAMED_WITHIN.in(line);
        if (within.find()) {
            String name = within.group(1) == null ? within.group(2) : within.group(1);
            expressions
                    .of(within.group(3).replaceFirst("[!=]==?\\s{0,5}(?:null|undefined)\\b.*", ""), place)
                    .ifPresent(text -> names.set(name, text.at(place, "sets a name to it")));
        }
    }

    /** Takes in what PowerShell keeps of a search of an outsider's text. */
    void matched(String line, Location place) {
        Matcher search = MATCHED.in(line);
        Optional<Taint> taint = search.lookingAt() ? expressions.of(search.group(1), place) : Optional.empty();
        if (taint.isPresent() && (search.group(3) == null || !HarmlessPattern.inGroups(search.group(3)))) {
            names.set("matches", taint.get().at(place, "sets a name to it"));
        }
    }
}
