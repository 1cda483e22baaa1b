package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.build.BuildDescription;
import io.github.mavenhardening.core.build.Declaration;
import io.github.mavenhardening.core.build.Pom;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.checks.dependency.Arguments.Argument;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Something checked in, or in the environment, makes the build verify less than its POM promises. */
@AutoService(Check.class)
@CheckInfo(
        id = "verification-bypass",
        title = "A switch that makes the build verify less",
        family = Family.DEPENDENCIES,
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.BY_EXCEPTION,
        sources = {
            "https://maven.apache.org/configure.html",
            "https://maven.apache.org/resolver/configuration.html",
            "https://maven.apache.org/extensions/maven-build-cache-extension/how-to.html"
        })
public final class VerificationBypass implements BuildCheck {

    private static final List<String> FILES = List.of(".mvn/maven.config", ".mvn/jvm.config");
    private static final List<String> VARIABLES = List.of("MAVEN_ARGS", "MAVEN_OPTS");
    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    @Override
    public void check(BuildDescription build, CheckContext context, FindingSink sink) {
        for (String path : FILES) {
            if (context.repository().isFile(path)) {
                arguments(path, context, sink);
            }
        }
        for (String name : VARIABLES) {
            Optional<String> value = context.environment().variable(name);
            if (value.isPresent()) {
                arguments(Arguments.of(value.get()), "the environment variable " + name, sink);
            }
        }
        for (Pom pom : build.files().poms()) {
            properties(pom, sink);
        }
        for (Declaration ours : build.files().declared(OURS)) {
            skipped(ours, sink);
        }
        new BuildCacheRule(this).check(build, context, sink);
    }

    private void arguments(String path, CheckContext context, FindingSink sink) {
        try {
            arguments(Arguments.of(context.repository().read(path)), path, sink);
        } catch (UnreadableFileException e) {
            sink.add(at(e.location())
                    .message("it cannot be told what " + path + " switches off: " + e.reason())
                    .remedy("Restore the file from version control")
                    .subject(path));
        }
    }

    private void arguments(List<Argument> arguments, String where, FindingSink sink) {
        for (Argument argument : arguments) {
            Optional<String> effect = Switches.ofArgument(argument.text());
            if (effect.isPresent()) {
                report(argument.location(), argument.text(), where, effect.get(), sink);
            }
        }
    }

    /** The project's own properties: those of a profile are somebody's word on the command line. */
    private void properties(Pom pom, FindingSink sink) {
        Optional<XmlElement> properties = pom.root().child("properties");
        if (properties.isEmpty()) {
            return;
        }
        for (XmlElement property : properties.get().children()) {
            Optional<String> effect = Switches.ofProperty(property.name(), property.text());
            if (effect.isPresent()) {
                String what = property.name() + '=' + property.text();
                report(pom.at(property), what, pom.path(), effect.get(), sink);
            }
        }
    }

    private void skipped(Declaration ours, FindingSink sink) {
        Optional<XmlElement> skip = ours.element().at("configuration", "skip");
        if (skip.isPresent() && ours.pom().resolve(skip.get().text()).value().equals("true")) {
            report(
                    ours.pom().at(skip.get()),
                    "<skip>",
                    ours.pom().path(),
                    Switches.ofProperty("hardening.skip", "true").orElseThrow(),
                    sink);
        }
    }

    private void report(Location location, String what, String where, String effect, FindingSink sink) {
        sink.add(at(location)
                .message(what + " in " + where + " " + effect)
                .remedy(
                        "Remove it; what has to be accepted for a while is an exception in the policy file, with a reason and a date")
                .subject(where + ' ' + what));
    }
}
