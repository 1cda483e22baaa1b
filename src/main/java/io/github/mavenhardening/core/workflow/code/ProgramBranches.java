package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.workflow.code.ProgramBlock.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the ways part among the statements of a block: behind a condition, an attempt or a choice a name is harmless only where each way
 * through it has made it so.
 */
final class ProgramBranches {

    private static final Pattern TEXTS =
            Pattern.compile("(?:\\s{0,9}\\|?\\s{0,9}(?:'[^']{1,200}'|\"[^\"]{1,200}\")){1,20}\\s{0,9}");
    /** A name, but for blanks around its text or how it is written. */
    private static final Pattern NAMED =
            Pattern.compile("\\s{0,9}\\$?(\\w{1,100})(?:\\.(?:trim|strip|lower|toLowerCase)\\(\\)){0,3}\\s{0,9}");

    /** The texts that an arm of a choice is for. */
    private static final Pattern ARM = Pattern.compile("(?:(?:case|when)\\s{1,9})?(.{1,300}?)(?:\\s{1,9}then)?");

    private static final Pattern OTHERWISE = Pattern.compile("case\\s{1,9}_|default|else");
    /** What a choice is made by. */
    private static final Pattern SUBJECT = Pattern.compile("(?i)(?:switch|match|case)\\b(?:\\s{1,9}-\\w{1,20})?(.*)");

    /** Behind it nothing of the branch runs; behind a jump what stands behind the loop or choice does. */
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)\\s{0,80}(?:(return|throw|raise|exit|die|(?:process|sys|os)\\._?exit|\\[Environment\\]::Exit)|continue|break|next)\\b");

    private static final String NAME = "\\$?[\\w.\\[\\]'\"]{1,100}+(?:\\((?:['\"]\\w{1,100}['\"])?\\))?";

    /** What asks of a text only whether it is there. */
    private static final Pattern OF_EMPTINESS =
            Pattern.compile("(?i)(?:\\bnot\\s{1,5}|-not\\s{1,5}|!)\\s{0,5}\\(?" + NAME
                    + "(?=\\s{0,5}(?:[):{]|$|\\band\\b|\\bor\\b|&&|\\|\\||-and|-or))"
                    + "|" + NAME
                    + "\\s{0,5}(?:[!=]==?|\\bis(?:\\s{1,5}not)?\\b|-eq|-ne|\\beq|\\bne)\\s{0,5}(?:null|undefined|None|nil|\\$null|''|\"\")"
                    + "|" + NAME + "(?<=empty|nil|blank)\\?"
                    + "|IsNullOr(?:Empty|WhiteSpace)\\([^)]{1,100}\\)"
                    + "|^\\s{0,9}\\(?\\s{0,9}" + NAME + "\\s{0,9}\\)?\\s{0,9}[:{]?\\s{0,9}$");

    private static final Pattern WORD = Pattern.compile("^\\W{0,9}(?:else\\s{0,5}|el)?s?(?:if|unless)\\b");

    private final NamedTexts<?> names;
    private final Predicate<String> isOutsiders;
    /** What a choice is made by whose arms these are. */
    private final String subject;

    private Kind kind = Kind.PLAIN;
    private Branches branches = new Branches();
    private boolean isCorrecting;
    private boolean isComplete;

    /**
     * Those of a block.
     *
     * @param isOutsiders whether a text brings what an outsider words
     */
    ProgramBranches(NamedTexts<?> names, ProgramBlock block, Predicate<String> isOutsiders) {
        this.names = names;
        this.isOutsiders = isOutsiders;
        Matcher choice = SUBJECT.matcher(block.kind == Kind.CHOICE ? block.head : "");
        this.subject = choice.matches() ? choice.group(1).replaceAll("^\\s{0,9}\\(|\\)\\s{0,9}$", "") : "";
    }

    /** Takes in that a statement comes next; goes into the branch that it begins. */
    void begin(Optional<ProgramBlock> begun) {
        Kind next = begun.isPresent() ? begun.get().kind : Kind.PLAIN;
        if (!next.goesOnWith(kind)) {
            settle();
        }
        kind = next;
        switch (next) {
            case IF, ELSE_IF -> isCorrecting |= decides(begun.get().head, isOutsiders);
            case ELSE, TRY -> isComplete = true;
            case ARM -> {
                boolean isOtherwise = OTHERWISE.matcher(begun.get().head).matches();
                isComplete |= isOtherwise;
                isCorrecting = isOtherwise && isOutsiders.test(subject);
            }
            default -> {}
        }
        if (parts()) {
            names.beginBranch();
        }
        if (next == Kind.ARM) {
            Matcher texts = ARM.matcher(begun.get().head);
            Matcher named = NAMED.matcher(subject);
            if (texts.matches() && TEXTS.matcher(texts.group(1)).matches() && named.matches()) {
                names.clean(Set.of(named.group(1)));
            }
        }
    }

    /** Leaves it. */
    void end(ProgramBlock branch) {
        if (!parts()) {
            return;
        }
        if (leaves(branch)) {
            names.endBranch();
        } else {
            branches.add(isCorrecting, names.endBranch());
        }
    }

    private boolean parts() {
        return switch (kind) {
            case IF, ELSE_IF, ELSE, TRY, CATCH, ARM -> true;
            default -> false;
        };
    }

    /** Takes in that no other way follows. */
    void settle() {
        names.clean(branches.harmless(isComplete));
        branches = new Branches();
        isCorrecting = false;
        isComplete = false;
    }

    /** Whether nothing behind the branch runs after it. */
    private static boolean leaves(ProgramBlock branch) {
        List<ProgramBlock.Statement> all = branch.statements;
        Matcher leaving = LEAVING.matcher(all.isEmpty() ? "" : all.get(all.size() - 1).text);
        return leaving.lookingAt() && (leaving.group(1) != null || branch.kind != Kind.ARM);
    }

    /** Whether the text itself decides, by more than that it is there. */
    private static boolean decides(String condition, Predicate<String> isOutsiders) {
        return isOutsiders.test(
                OF_EMPTINESS.matcher(WORD.matcher(condition).replaceFirst("")).replaceAll(" "));
    }
}
