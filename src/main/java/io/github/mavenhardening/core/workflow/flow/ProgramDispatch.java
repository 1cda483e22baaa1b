package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.NamedMembers;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outsiders' text that a program of JavaScript, Python or PowerShell sends to other workflows: in objects, or by GitHub's client. */
final class ProgramDispatch {

    private static final Pattern SENDS =
            Pattern.compile("createWorkflowDispatch|createDispatchEvent|/dispatches\\b|workflow[\"',\\s]{1,5}run\\b");

    private static final Pattern WORKFLOW = Pattern.compile(
            "workflow_id[\"']?\\s{0,9}[:=]\\s{0,9}[\"'`]([^\"'`$]{1,200})[\"'`]|/workflows/([^/\"'`${}\\s]{1,200})/dispatches");
    private static final Pattern TYPE =
            Pattern.compile("event_type[\"']?\\s{0,9}[:=]\\s{0,9}[\"'`]([\\w.-]{1,100})[\"'`]");
    private static final Pattern REPOSITORY =
            Pattern.compile("\\brepo[\"']?\\s{0,9}:\\s{0,9}[\"'`]([\\w.-]{1,100})[\"'`]");

    /** The beginning of what is sent: an object, or a name that stands for one. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?<![\\w.])[\"']?(inputs|client_payload)[\"']?\\s{0,9}[:=]\\s{0,9}(?:[\\w.]{1,40}\\(\\s{0,9})?@?(\\{)?(.*)");

    private static final Pattern MEMBER =
            Pattern.compile("[\\s{]{0,100}[\"'\\[]{0,2}([\\w-]{1,100})[\"'\\]]{0,2}\\s{0,9}(?::|=(?!=))\\s{0,9}(.*)");
    /** GitHub's client, with the workflow that it runs; without quotes and what parts the words of a list. */
    private static final Pattern CLIENT = Pattern.compile("\\bworkflow\\s{1,9}run\\s{1,9}(\\S{1,200})(.*)");

    private static final Pattern LISTED = Pattern.compile("[\"'`,\\[\\]]");
    private static final Pattern ELSEWHERE = Pattern.compile("\\s(?:-R|--repo)[\\s=]{1,9}(\\S{1,200})");
    private static final Pattern FIELD =
            Pattern.compile("\\s(?:-f|-F|--field|--raw-field)[\\s=]{1,9}([\\w-]{1,100})=((?:(?!\\s-[fF-]).){0,1000})");

    private static final Pattern SHORT = Pattern.compile("[\\s{]{0,100}(\\w{1,100})\\s{0,9}");
    private static final Pattern NAME = Pattern.compile("\\s{0,9}(\\w{1,100})\\s{0,9}[,;})]?.{0,20}");

    /** A program that names more than so many workflows, or types, sends to any. */
    private static final int MOST_TARGETS = 20;

    private final JobState job;
    private final ReachedStep reached;
    private final List<String> workflows;
    private final List<String> types;
    private final String repository;
    /** How many braces are open of what is being sent. */
    private int open;

    private boolean isEvent;

    private ProgramDispatch(JobState job, ReachedStep reached, String program) {
        this.job = job;
        this.reached = reached;
        this.workflows = all(WORKFLOW, program);
        this.types = all(TYPE, program);
        this.repository = all(REPOSITORY, program).get(0);
    }

    /** What follows the sending of a program; empty where it sends nothing. */
    static Optional<ProgramDispatch> in(String program, JobState job, ReachedStep reached) {
        boolean sends = (program.contains("ispatch") || program.contains("workflow"))
                && SENDS.matcher(program).find();
        return sends ? Optional.of(new ProgramDispatch(job, reached, program)) : Optional.empty();
    }

    /** What a pattern finds; an empty text where it finds nothing, or too much. */
    private static List<String> all(Pattern pattern, String program) {
        Set<String> all = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(program);
        // Silent: what names more of them may mean any.
        while (matcher.find() && all.size() <= MOST_TARGETS) {
            all.add(SoughtPattern.group(matcher));
        }
        return all.isEmpty() || all.size() > MOST_TARGETS ? List.of("") : List.copyOf(all);
    }

    /** Takes in a line. */
    void line(String line, Location place, NamedMembers<Taint> members, Function<String, Optional<Taint>> of) {
        String rest = line;
        if (open == 0) {
            Matcher begins = BEGINS.matcher(line);
            if (line.contains("workflow") && client(line, place, of)) {
                return;
            }
            if (!begins.find()) {
                return;
            }
            isEvent = !begins.group(1).equals("inputs");
            rest = begins.group(3);
            if (begins.group(2) == null) {
                named(rest, place, members, of);
                return;
            }
            open = 1;
        }
        for (String member : members(rest)) {
            Matcher given = MEMBER.matcher(member);
            Matcher shorter = SHORT.matcher(member);
            if (given.matches()) {
                of.apply(given.group(2)).ifPresent(text -> send(text, given.group(1), place));
            } else if (shorter.matches()) {
                of.apply(shorter.group(1)).ifPresent(text -> send(text, shorter.group(1), place));
            }
        }
    }

    /** What GitHub's client is given for the inputs of the workflow that it runs; answers whether it runs one. */
    private boolean client(String line, Location place, Function<String, Optional<Taint>> of) {
        Matcher client = CLIENT.matcher(LISTED.matcher(line).replaceAll(" "));
        if (!client.find()) {
            return false;
        }
        String target = client.group(1).indexOf('$') < 0 ? client.group(1) : "";
        Matcher elsewhere = ELSEWHERE.matcher(client.group(2));
        String to = elsewhere.find() ? elsewhere.group(1) : "";
        Matcher field = FIELD.matcher(client.group(2));
        while (field.find()) {
            Optional<Taint> text = of.apply(field.group(2));
            if (text.isPresent()) {
                Taint sent = text.get().at(place, SentText.SENT);
                job.send(reached, new SentText(false, target, field.group(1).toLowerCase(Locale.ROOT), to, sent));
            }
        }
        return true;
    }

    /** A name that stands for what is sent. */
    private void named(String text, Location place, NamedMembers<Taint> members, Function<String, Optional<Taint>> of) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            return;
        }
        Map<String, Taint> known = members.all(name.group(1));
        if (known.isEmpty()) {
            of.apply(name.group(1)).ifPresent(taint -> send(taint, "", place));
        }
        known.forEach((member, taint) -> send(taint, member, place));
    }

    /** The members that a line gives to the object, each with its value; the end of the object ends it. */
    private List<String> members(String line) {
        List<String> members = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        int inner = 0;
        char quote = 0;
        for (int i = 0; i < line.length() && open > 0; i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote && line.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '(' || c == '[') {
                inner++;
            } else if (c == ')' || c == ']') {
                inner--;
            } else if (inner <= 0 && (c == '{' || c == '}' || c == ',' || c == ';')) {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                members.add(member.toString());
                member.setLength(0);
                continue;
            }
            member.append(c);
        }
        members.add(member.toString());
        return members;
    }

    private void send(Taint text, String name, Location place) {
        Taint sent = text.at(place, SentText.SENT);
        for (String target : isEvent ? types : workflows) {
            job.send(reached, new SentText(isEvent, target, name.toLowerCase(Locale.ROOT), repository, sent));
        }
    }
}
