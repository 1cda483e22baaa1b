package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.api.Expiry;
import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.policy.ExceptionRule;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.List;

/** What ends and when: Security Insights, and exceptions of the policy. The days that are left are for the script to count. */
final class TimeLimits {

    private final Markup page;

    TimeLimits(Markup page) {
        this.page = page;
    }

    void write(Result result) {
        List<Expiry> limits = of(result);
        page.begin("section", "id", "limits", "aria-labelledby", "limits-title");
        page.element("h2", "What ends next", "id", "limits-title");
        if (limits.isEmpty()) {
            page.element("p", "Nothing that was looked at has a last day", "class", "soft");
        } else {
            page.begin("ul", "class", "limits");
            for (Expiry limit : limits) {
                String last = limit.last().toString();
                page.begin("li").element("span", limit.what(), "class", "name");
                page.element("time", last, "datetime", last);
                page.element("span", "", "class", "amount", "data-until", last).end();
            }
            page.end();
        }
        page.end();
    }

    private static List<Expiry> of(Result result) {
        List<Expiry> limits = new ArrayList<>();
        for (AuditResult audit : result.audits()) {
            limits.addAll(audit.measures().expiries());
        }
        for (ExceptionRule rule : result.policy().settings().exceptions()) {
            rule.expires()
                    .flatMap(LastDay::date)
                    .ifPresent(last -> limits.add(
                            new Expiry("Exception for " + rule.check().info().id() + ": " + rule.reason(), last)));
        }
        limits.sort(null);
        return limits;
    }
}
