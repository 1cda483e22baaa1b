package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.OtherBuilds;

/** Finds switches, checked in or in the environment, that make the build verify less than its POM promises. */
@AutoService(Check.class)
@CheckInfo(
        id = "verification-bypass",
        title = "A switch makes the build verify less",
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.BY_EXCEPTION,
        sources = {
            "https://maven.apache.org/configure.html",
            "https://maven.apache.org/resolver/configuration.html",
            "https://maven.apache.org/extensions/maven-build-cache-extension/how-to.html"
        })
public final class VerificationBypass implements BuildCheck {

    @Override
    public void check(BuildDescription build, CheckContext context) {
        for (String unread : build.files().unreadable()) {
            context.report(at(Location.ofRepository())
                    .message(unread + ", so it is not known what it switches off")
                    .remedy("Correct the file, or split the build, so that all of it can be read")
                    .subject(unread));
        }
        LaunchSwitches launch = new LaunchSwitches(this, context);
        launch.check(build);
        new PomSwitches(this, launch.profiles(), context).check(build.files());
        OtherBuilds others = OtherBuilds.beside(build.files(), context.repository());
        others.gap().ifPresent(context::gap);
        new RepositorySwitches(launch.isStrict(), new SwitchReport(this, context)).check(build.files(), others);
        new LockElsewhere(this).check(build, context);
        new BuildCacheRule(this).check(build, context);
    }
}
