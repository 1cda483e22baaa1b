package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts.KnownRepository;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.fix.EncryptedUrl;
import io.github.mavenhardening.core.pom.OtherBuilds;
import io.github.mavenhardening.core.pom.RepositoryDeclaration;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A repository that is reached without TLS: whoever is on the way can change what the build runs. */
@AutoService(Check.class)
@CheckInfo(
        id = "insecure-repository",
        title = "A repository is reached without encryption",
        severity = Severity.HIGH,
        sources = {
            "https://maven.apache.org/docs/3.8.1/release-notes.html",
            "https://cwe.mitre.org/data/definitions/829.html"
        })
public final class InsecureRepository implements BuildCheck {

    @Override
    public void check(BuildDescription build, CheckContext context) {
        Set<String> told = new TreeSet<>();
        declared(build.files().repositories(), told, context);
        OtherBuilds others = OtherBuilds.beside(build.files(), context.repository());
        declared(others.files().repositories(), told, context.into(new ExampleSink(context)));
        others.gap().ifPresent(context::gap);
        for (KnownRepository repository : build.facts().repositories()) {
            if (Addresses.isInsecure(repository.url()) && told.add(repository.url())) {
                report(repository, context);
            }
        }
    }

    private void declared(List<RepositoryDeclaration> repositories, Set<String> told, CheckContext context) {
        for (RepositoryDeclaration repository : repositories) {
            if (Addresses.isInsecure(repository.url()) && !isBlocked(repository)) {
                told.add(repository.url());
                report(repository, context);
            }
        }
    }

    /** A mirror from which Maven takes nothing, but fails. */
    private static boolean isBlocked(RepositoryDeclaration mirror) {
        return mirror.element().childText("blocked").orElse("").equals("true");
    }

    private void report(RepositoryDeclaration repository, CheckContext context) {
        String does = repository.download()
                ? "is used for downloads without encryption, so anyone on the network path can change what the build runs"
                : "is used for deployment without encryption, so anyone on the network path can read the password and change the artifacts";
        Finding.Builder finding = at(repository.location());
        fix(repository).ifPresent(finding::fix);
        context.report(finding.message(
                        "The repository '" + repository.id() + "' (" + Addresses.shown(repository.url()) + ") " + does)
                .remedy("Use its https:// URL, or a repository that has one")
                .subject(repository.id() + ' ' + repository.url()));
    }

    /** Where the address begins as it is written there, or in a property of the same POM that it begins with. */
    private static Optional<Fix> fix(RepositoryDeclaration repository) {
        Optional<XmlElement> url = repository.element().child("url");
        String text = url.map(XmlElement::text).orElse("");
        int end = text.startsWith("${") ? text.indexOf('}') : -1;
        Optional<XmlElement> written = end < 0
                ? url
                : Optional.ofNullable(repository.pom().properties().get(text.substring(2, end)));
        return written.flatMap(element -> EncryptedUrl.of(repository.pom().path(), element.textSpan(), element.text()));
    }

    /** One of the settings, or of a parent outside the checkout. */
    private void report(KnownRepository repository, CheckContext context) {
        context.report(at(Location.ofRepository())
                .message("The repository '" + repository.id() + "' (" + Addresses.shown(repository.url())
                        + ") of the settings or of a parent POM outside the checkout is used for downloads without"
                        + " encryption, so anyone on the network path can change what the build runs")
                .remedy("Use its https:// URL there, or a repository that has one")
                .subject(repository.id() + ' ' + repository.url()));
    }
}
