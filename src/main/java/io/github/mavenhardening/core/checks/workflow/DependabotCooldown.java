package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.Strictness;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.posture.Dependabot;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.DependabotConfig.Cooldown;
import io.github.mavenhardening.core.workflow.DependabotConfig.Setting;
import io.github.mavenhardening.core.workflow.DependabotKeys;
import io.github.mavenhardening.core.yaml.YamlEdits;
import java.util.Optional;

/** Finds Dependabot updates without a cooldown, which propose releases that are only days old. */
@AutoService(Check.class)
@CheckInfo(
        id = "dependabot-cooldown",
        title = "Dependabot proposes releases that are only days old",
        severity = Severity.MEDIUM,
        options = DependabotCooldown.Wait.class,
        sources = {
            "https://docs.zizmor.sh/audits/#dependabot-cooldown",
            "https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#cooldown-"
        })
public final class DependabotCooldown implements WorkflowCheck {

    /** What Dependabot waits by itself where nothing is said, since July 2026. */
    private static final int IMPLICIT_DAYS = 3;

    record Wait(
            @Option(value = "How many days to wait at least", otherwise = "7", most = 9_999, example = "14")
            int days) implements Strictness<Wait> {

        @Override
        public boolean isAtLeast(Wait other) {
            return days >= other.days;
        }
    }

    @Override
    public void dependabot(DependabotConfig config, WorkflowContext in) {
        int days = in.options(Wait.class).days();
        for (DependabotConfig.Update update : config.updates()) {
            Optional<Setting> said =
                    update.cooldown().isPresent() ? update.cooldown().get().defaultDays() : Optional.empty();
            int waited = said.isPresent() ? number(said.get().text()).orElse(0) : IMPLICIT_DAYS;
            // Silent on an ecosystem that there is not: update-bot says at the same place that GitHub reads none of the
            // file.
            if (waited < days && Dependabot.knows(update.ecosystem().text())) {
                Span place = said.map(Setting::span)
                        .or(() -> update.cooldown().map(Cooldown::span))
                        .orElse(update.ecosystem().span());
                String ecosystem = update.ecosystem().text();
                Finding.Builder finding = at(in.at(place));
                // Where one key is misspelt it may be this one, and stays a reason to refuse the file.
                Optional<Fix.Edit> put = DependabotKeys.knowsAllOf(update)
                        ? YamlEdits.put(update.mapping(), "cooldown", "default-days", Integer.toString(days))
                        : Optional.empty();
                put.ifPresent(edit -> finding.fix(Fix.of("Wait " + days + " days", true, edit)));
                in.report(finding.message("Updates of '" + ecosystem + "' are proposed for releases younger than "
                                + days + " days")
                        .remedy("Set 'cooldown' with 'default-days: " + days + "' or more")
                        .subject(ecosystem));
            }
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
