package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.insights.SpdxLicenses;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.posture.LicenseFiles;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** There is no licence file, or it holds another licence than the POM names. */
@AutoService(Check.class)
@CheckInfo(
        id = "license-file",
        title = "The repository has no licence file, or one that contradicts the POM",
        severity = Severity.MEDIUM,
        controls = "OSPS-LE-03.01",
        sources = {
            "https://maven.apache.org/pom.html#Licenses",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#license"
        })
public final class LicenseFile implements PostureCheck {

    @Override
    public void check(CheckContext context) {
        LicenseFiles files = LicenseFiles.find(context.repository());
        Optional<String> leftOut =
                files.paths().isEmpty() ? LicenseFiles.leftOut(context.repository()) : Optional.empty();
        if (leftOut.isPresent()) {
            context.gap("license-file: " + Repository.SPARSE + leftOut.get());
            return;
        }
        if (files.paths().isEmpty()) {
            Optional<String> declared = declared(context);
            context.report(at(Location.ofRepository())
                    .severity(Severity.LOW)
                    .message("There is no LICENSE in the root, so "
                            + (declared.isPresent()
                                    ? "the code comes without the text of the licence that its POM names: "
                                            + declared.get()
                                    : "nobody may use the code"))
                    .remedy(
                            "Add a LICENSE with the licence's full text, or one that says that the code may not be used")
                    .subject("missing"));
            return;
        }
        Optional<String> empty = files.empty();
        if (empty.isPresent()) {
            context.report(at(Location.ofFile(empty.get()))
                    .severity(Severity.LOW)
                    .message("The licence file is empty, so nobody may use the code")
                    .remedy("Write the licence's full text into it")
                    .subject("empty"));
        }
        for (LicenseFiles.Text text : files.texts()) {
            if (text.problem().isPresent()) {
                context.gap("it is not known which licence " + text.path() + " holds: "
                        + text.problem().get());
            }
        }
        if (context.project().isPresent()) {
            compare(files, context.project().get(), context);
        }
    }

    /** The licences that the POM names, for messages; empty where it names none. */
    private static Optional<String> declared(CheckContext context) {
        List<String> names = new ArrayList<>();
        if (context.project().isPresent()) {
            for (ProjectFacts.License license : context.project().get().licenses()) {
                Optional<String> name = license.name().isPresent() ? license.name() : license.url();
                if (name.isPresent()) {
                    names.add(name.get());
                }
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(Quoted.of(String.join(", ", names)));
    }

    private void compare(LicenseFiles files, ProjectFacts project, CheckContext context) {
        Optional<Set<String>> declared = SpdxLicenses.ofPom(project.licenses());
        if (declared.isEmpty() || !files.tellWhetherTheyHold(declared.get())) {
            return;
        }
        Set<String> held = SpdxLicenses.lower(files.identifiers());
        held.retainAll(SpdxLicenses.lower(declared.get()));
        if (held.isEmpty()) {
            context.report(at(Location.ofFile(files.paths().get(0)))
                    .message("The licence file holds " + String.join(", ", new TreeSet<>(files.identifiers()))
                            + ", but <licenses> of " + project.path() + " has "
                            + Quoted.of(String.join(", ", declared.get())))
                    .remedy("Make both name the same licence")
                    .subject("contradiction"));
        }
    }
}
