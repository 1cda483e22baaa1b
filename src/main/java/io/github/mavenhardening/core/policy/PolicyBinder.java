package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.source.PathPattern;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** Binds a policy file, with the kinds of values that no other file has. */
final class PolicyBinder extends Binder {

    private final Checks checks;

    /** A binder of the policy that file holds, for those checks. */
    PolicyBinder(String file, Checks checks) {
        super(file);
        this.checks = checks;
    }

    /** That coordinates are of another family says more than what is wrong in them. */
    @Override
    protected void review(Class<?> type, YamlMapping mapping) {
        Optional<YamlScalar> id =
                type == ExceptionRule.class && mapping.get("coordinates").isPresent()
                        ? mapping.scalar("check")
                        : Optional.empty();
        Optional<Check> check = id.isPresent() ? checks.byId(id.get().value()) : Optional.empty();
        if (check.isPresent()) {
            ExceptionRule.refuse("coordinates", Family.DEPENDENCIES, check.get());
        }
    }

    @Override
    protected Object ofText(Class<?> type, String text) {
        if (type == Check.class) {
            return checks.named(text);
        }
        if (type == LastDay.class) {
            return LastDay.of(text);
        }
        if (type == PathPattern.class) {
            return PathPattern.of(text);
        }
        return type == NamePattern.class ? NamePattern.of(text) : super.ofText(type, text);
    }

    @Override
    protected Optional<Object> ofEntry(Class<?> type, String key, YamlMapping.Entry entry) {
        if (type == FailOn.class) {
            return Optional.of(FailOn.read(this, key, entry));
        }
        return type == CheckSettings.class
                ? Optional.of(CheckSettings.read(this, key, entry, checks))
                : super.ofEntry(type, key, entry);
    }
}
