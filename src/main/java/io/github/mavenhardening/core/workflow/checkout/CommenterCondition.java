package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.expression.Assumption;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.RunAssumption;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a condition asks of who commented: a name, or the standing in the repository. That of whoever opened what is commented says
 * nothing of the commenter; and that a change of somebody was merged once gives no right.
 *
 * @see <a href="https://docs.github.com/en/graphql/reference/enums#commentauthorassociation">Associations of comments</a>
 */
enum CommenterCondition {
    /** Nothing. */
    NOTHING,
    /** No more than that a change of theirs was merged or proposed. */
    CONTRIBUTED,
    /** Who they are, or their rights. */
    RIGHTS;

    /** Conditions that let through people by name, or by their standing in the repository. */
    private static final SoughtPattern WHO = SoughtPattern.of(
            "(?is).*(?:author_association|(?:actor|actor_id|\\.login|user\\.id|sender\\.id)\\s{0,9}==\\s{0,9}+(?!github\\.event\\.(?:issue|pull_request|comment)\\.user)"
                    + "|==\\s{0,9}github\\.(?:actor|triggering_actor)"
                    + "|contains\\([^()]{0,400}(?:\\([^()]{0,400}\\)[^()]{0,40})?(?:actor|\\.login)).*",
            "author_association",
            "==",
            "contains(");

    private static final String ASSOCIATION = "[\\w.]{0,60}author_association";
    private static final String WEAK = "(?:CONTRIBUTOR|FIRST_TIME_CONTRIBUTOR|FIRST_TIMER|MANNEQUIN|NONE)";

    private static final SoughtPattern OF_OTHERS =
            SoughtPattern.of("(?i)github\\.event\\.(?:issue|pull_request)\\.author_association", "author_association");

    /** Comparisons that hold for contributors: with their word, with a list that has it, and with one word that does not hold. */
    private static final SoughtPattern HOLDS_FOR_CONTRIBUTORS = SoughtPattern.of(
            "(?i)" + ASSOCIATION + "\\s{0,9}==\\s{0,9}'" + WEAK + "'|'" + WEAK + "'\\s{0,9}==\\s{0,9}" + ASSOCIATION
                    + "|(?<!!)contains\\(\\s{0,9}(?:fromJSON\\()?[^()]{0,300}?['\"]" + WEAK
                    + "['\"][^()]{0,300}?\\)?\\s{0,9},\\s{0,9}"
                    + ASSOCIATION + "\\s{0,9}\\)",
            "author_association");

    private static final Pattern DIFFERS = Pattern.compile(
            "(?i)" + ASSOCIATION + "\\s{0,9}!=\\s{0,9}'[A-Z_]{1,40}'|'[A-Z_]{1,40}'\\s{0,9}!=\\s{0,9}" + ASSOCIATION);

    /** Who leaves out so many names them all. */
    private static final int ALL_BUT = 3;

    /**
     * A run for a comment of somebody without rights.
     *
     * @param run the event's run
     * @param opener the association of whoever opened what is commented
     */
    private record Comment(RunAssumption run, String opener) implements Assumption {

        @Override
        public Optional<Value> read(ContextPath path) {
            return switch (path.toString()) {
                case "github.event.issue.author_association" -> Optional.of(new Value.Text(opener));
                case "github.event.comment.author_association", "github.event.review.author_association" ->
                    Optional.of(new Value.Text("NONE"));
                default -> run.read(path);
            };
        }

        @Override
        public Optional<Value> call(Expression.Call call) {
            return run.call(call);
        }
    }

    /** What a condition asks. */
    static CommenterCondition of(Optional<Condition> condition) {
        if (condition.isEmpty() || !WHO.isWhole(condition.get().scalar().value())) {
            return NOTHING;
        }
        String text = OF_OTHERS.removedFrom(condition.get().scalar().value());
        // Where a right of whoever opened it is enough, anybody may comment below it.
        if (!WHO.isWhole(text) || (mayHold(condition, "OWNER") && !mayHold(condition, "NONE"))) {
            return NOTHING;
        }
        String rest = HOLDS_FOR_CONTRIBUTORS.removedFrom(text);
        Matcher differs = DIFFERS.matcher(rest);
        int left = 0;
        while (differs.find()) {
            left++;
        }
        rest = left < ALL_BUT ? differs.replaceAll("") : rest;
        return WHO.isWhole(rest) ? RIGHTS : CONTRIBUTED;
    }

    private static boolean mayHold(Optional<Condition> condition, String opener) {
        return CallPath.mayHold(condition, new Comment(new RunAssumption(CommentCommand.EVENT, false), opener));
    }
}
