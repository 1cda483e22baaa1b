package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.expression.Assumed;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Value;
import java.util.Locale;
import java.util.Optional;

/** What runs in another repository alone: in forks of this one, or in a sister that has the same files. */
final class OtherRepository {

    private OtherRepository() {}

    /**
     * Whether a condition holds in other repositories alone. Where it names one of the same name and another owner, this may be a
     * clone of a fork, of which nothing is said.
     *
     * @param slug this repository's name, where it is known
     */
    static boolean isMeant(Optional<Condition> condition, Optional<RepositorySlug> slug) {
        if (condition.isEmpty() || slug.isEmpty() || condition.get().isText()) {
            return false;
        }
        Optional<Expression> expression = condition.get().fences().get(0).expression();
        if (expression.isEmpty() || namesOrigin(condition.get(), slug.get())) {
            return false;
        }
        Value own = new Value.Text(slug.get().owner() + "/" + slug.get().name());
        Optional<Value> value =
                new Assumed(path -> isName(path) ? Optional.of(own) : Optional.empty()).valueOf(expression.get());
        return value.isPresent() && !value.get().isTruthy();
    }

    private static boolean isName(ContextPath path) {
        return path.toString().equals("github.repository");
    }

    private static boolean namesOrigin(Condition condition, RepositorySlug slug) {
        String text = condition.scalar().lower();
        String name = slug.name().toLowerCase(Locale.ROOT);
        return text.replace("'" + slug.owner().toLowerCase(Locale.ROOT) + "/" + name + "'", "")
                .contains("/" + name + "'");
    }
}
