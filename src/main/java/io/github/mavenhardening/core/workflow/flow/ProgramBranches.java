package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The branches of a program that its lines are in, by how far they are indented: behind a condition, an attempt or a choice a name is
 * harmless only where each way through it has made it so.
 */
final class ProgramBranches {

    private static final Pattern CONDITION =
            Pattern.compile("\\s{0,80}\\}?\\s{0,9}((?:else|el)\\s{0,5}(?:if)?|elsif|if|unless)\\b(.{0,500})");

    private static final Pattern ATTEMPT = Pattern.compile("\\s{0,80}(?:try|begin)\\s{0,9}[:{]?\\s{0,9}");
    /** What runs where an attempt fails, or behind it in any case. */
    private static final Pattern AFTER_ATTEMPT =
            Pattern.compile("\\s{0,80}\\}?\\s{0,9}(?:(catch|except|rescue)|finally|ensure)\\b.{0,500}");

    private static final Pattern CHOICE = Pattern.compile(
            "\\s{0,80}(?:switch\\s{0,5}\\((.{1,300})\\)\\s{0,9}\\{?\\s{0,9}|switch\\s.{1,300}|match\\s{1,9}([^=]{1,300}):\\s{0,9})");
    /** An arm of a choice, with the texts that it is for. */
    private static final Pattern ARM = Pattern.compile(
            "\\s{0,80}(?:(case\\s{1,9}_\\s{0,5}:|default\\s{0,9}[:{])|case\\s(.{1,300}?):|(['\"].{1,200}?['\"])\\s{0,9}\\{).{0,500}");

    private static final Pattern TEXTS =
            Pattern.compile("(?:\\s{0,9}\\|?\\s{0,9}(?:'[^']{1,200}'|\"[^\"]{1,200}\")){1,20}\\s{0,9}");
    /** A name, but for blanks around its text or how it is written. */
    private static final Pattern NAMED =
            Pattern.compile("\\s{0,9}\\$?(\\w{1,100})(?:\\.(?:trim|strip|lower|toLowerCase)\\(\\)){0,3}\\s{0,9}");

    /** What stands in every line with which ways begin to part. */
    private static final List<String> BEGINNINGS = List.of("if", "unless", "try", "begin", "switch", "match");

    private static final Pattern CLOSING = Pattern.compile("[{})\\];\\s]{0,80}(?:end)?\\s{0,80}");

    /** Behind it nothing of the branch runs; behind a jump what stands behind the loop or choice does. */
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)\\s{0,80}(?:(return|throw|raise|exit|die|(?:process|sys|os)\\._?exit|\\[Environment\\]::Exit)|continue|break|next)\\b");

    private static final String NAME = "\\$?[\\w.\\[\\]'\"]{1,100}+(?:\\((?:['\"]\\w{1,100}['\"])?\\))?";

    /** What asks of a text only whether it is there. */
    private static final Pattern OF_EMPTINESS =
            Pattern.compile("(?i)(?:\\bnot\\s{1,5}|-not\\s{1,5}|!)\\s{0,5}\\(?" + NAME
                    + "(?=\\s{0,5}(?:[):{]|$|\\band\\b|\\bor\\b|&&|\\|\\||-and|-or))"
                    + "|" + NAME
                    + "\\s{0,5}(?:[!=]==?|\\bis(?:\\s{1,5}not)?\\b|-eq|-ne)\\s{0,5}(?:null|undefined|None|nil|\\$null|''|\"\")"
                    + "|IsNullOr(?:Empty|WhiteSpace)\\([^)]{1,100}\\)"
                    + "|^\\s{0,9}\\(?\\s{0,9}" + NAME + "\\s{0,9}\\)?\\s{0,9}[:{]?\\s{0,9}$");

    private final NamedTexts names;
    private final Deque<Parting> open = new ArrayDeque<>();

    ProgramBranches(NamedTexts names) {
        this.names = names;
    }

    private enum Kind {
        CONDITION,
        ATTEMPT,
        CHOICE
    }

    /** Where ways part, whose end is not reached. */
    private static final class Parting {
        private final Kind kind;
        private final int indentation;
        private final Branches branches = new Branches();
        /** What a choice is made by. */
        private String subject = "";

        private boolean isCorrecting;
        private boolean isComplete;
        private boolean isInBranch;
        private boolean isLeaving;

        Parting(Kind kind, int indentation) {
            this.kind = kind;
            this.indentation = indentation;
        }
    }

    /**
     * Takes in that a statement comes next.
     *
     * @param isOutsiders whether a text brings what an outsider words
     */
    void next(ProgramLines.Line line, Predicate<String> isOutsiders) {
        String text = line.text();
        if (text.isBlank() || line.isText()) {
            return;
        }
        if (line.isBehind() || !parts(line, isOutsiders)) {
            note(text);
        }
    }

    /** Whether a line says, and no statement does, which way goes on. */
    private boolean parts(ProgramLines.Line line, Predicate<String> isOutsiders) {
        String text = line.text();
        if (open.isEmpty() && BEGINNINGS.stream().noneMatch(text::contains)) {
            return false;
        }
        Matcher condition = CONDITION.matcher(text);
        boolean isCondition = condition.lookingAt();
        Matcher after = AFTER_ATTEMPT.matcher(text);
        boolean isAfter = after.matches();
        boolean isElse = isCondition && condition.group(1).startsWith("el");
        Matcher arm = ARM.matcher(text);
        boolean isArm = arm.matches();
        while (!open.isEmpty() && line.indentation() <= open.peek().indentation) {
            Parting top = open.peek();
            boolean isSame = line.indentation() == top.indentation;
            if (isSame && top.kind == Kind.CHOICE && isArm) {
                break;
            }
            close(top);
            if (isSame && CLOSING.matcher(text).matches()) {
                return true;
            }
            if (isSame && ((isElse && top.kind != Kind.CHOICE) || (isAfter && top.kind == Kind.ATTEMPT))) {
                if (isAfter && after.group(1) == null) {
                    settle();
                    return true;
                }
                top.isComplete |= isElse && condition.group(1).equals("else");
                top.isCorrecting |= isElse && decides(condition.group(2), isOutsiders);
                begin(top);
                return true;
            }
            settle();
        }
        if (isArm && !open.isEmpty() && open.peek().kind == Kind.CHOICE) {
            arm(open.peek(), arm, isOutsiders);
            return true;
        }
        return begins(line, isCondition && !isElse ? condition.group(2) : "", isOutsiders);
    }

    private boolean begins(ProgramLines.Line line, String condition, Predicate<String> isOutsiders) {
        Matcher choice = CHOICE.matcher(line.text());
        if (!condition.isEmpty()) {
            Parting begun = push(Kind.CONDITION, line.indentation());
            begun.isCorrecting = decides(condition, isOutsiders);
            begin(begun);
        } else if (ATTEMPT.matcher(line.text()).matches()) {
            Parting begun = push(Kind.ATTEMPT, line.indentation());
            begun.isComplete = true;
            begin(begun);
        } else if (choice.matches()) {
            Parting begun = push(Kind.CHOICE, line.indentation());
            begun.subject = choice.group(1) != null ? choice.group(1) : choice.group(2) != null ? choice.group(2) : "";
        } else {
            return false;
        }
        return true;
    }

    /** Goes into an arm of a choice, in which the name that it is made by stands for a text of the program. */
    private void arm(Parting choice, Matcher arm, Predicate<String> isOutsiders) {
        close(choice);
        begin(choice);
        choice.isComplete |= arm.group(1) != null;
        choice.isCorrecting = arm.group(1) != null && isOutsiders.test(choice.subject);
        String texts = arm.group(2) == null ? arm.group(3) : arm.group(2);
        Matcher named = NAMED.matcher(choice.subject);
        if (texts != null && TEXTS.matcher(texts).matches() && named.matches()) {
            names.clean(Set.of(named.group(1)));
        }
    }

    /** Notes whether what was reached leaves the branch. */
    private void note(String text) {
        if (!open.isEmpty() && !CLOSING.matcher(text).matches()) {
            Matcher leaving = LEAVING.matcher(text);
            open.peek().isLeaving =
                    leaving.lookingAt() && (leaving.group(1) != null || open.peek().kind != Kind.CHOICE);
        }
    }

    private Parting push(Kind kind, int indentation) {
        Parting begun = new Parting(kind, indentation);
        open.push(begun);
        return begun;
    }

    private void begin(Parting parting) {
        parting.isInBranch = true;
        parting.isLeaving = false;
        names.beginBranch();
    }

    /** Leaves all of them: nothing comes behind. */
    void end() {
        while (!open.isEmpty()) {
            close(open.peek());
            settle();
        }
    }

    private void settle() {
        Parting last = open.pop();
        names.clean(last.branches.harmless(last.isComplete));
    }

    private void close(Parting parting) {
        if (!parting.isInBranch) {
            return;
        }
        parting.isInBranch = false;
        if (parting.isLeaving) {
            names.endBranch();
        } else {
            parting.branches.add(parting.isCorrecting, names.endBranch());
        }
    }

    /** Whether the text itself decides, by more than that it is there. */
    private static boolean decides(String condition, Predicate<String> isOutsiders) {
        return isOutsiders.test(OF_EMPTINESS.matcher(condition).replaceAll(" "));
    }
}
