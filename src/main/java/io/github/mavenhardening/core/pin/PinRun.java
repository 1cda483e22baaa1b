package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.network.Port;
import io.github.mavenhardening.core.source.GitDates;
import io.github.mavenhardening.core.source.GitReach;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.text.NaturalOrder;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.ImagePlace;
import io.github.mavenhardening.core.workflow.ImageReference;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Pins a repository's references in memory: asks the Git hosts and registries what they stand for now, and writes that in their
 * place. Whatever is uncertain is not pinned, and said to be so.
 */
public final class PinRun {

    private static final String USES = "unpinned-uses";
    private static final String IMAGES = "unpinned-images";

    private final Repository repository;
    private final Definitions definitions;
    private final Network network;
    private final String server;
    private final Optional<String> registry;
    private final Optional<PinUpdate> update;
    private final PinProgress progress;
    private final SortedMap<String, PinEdits> edits = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * A run over a repository.
     *
     * @param definitions its workflows, actions and the configurations beside them
     * @param server the address of the forge that runs them, {@code https://github.com}
     * @param registry the host of the registry that images are of whose names name none; empty where nobody says which
     * @param update to what pins move; empty where they stay
     */
    public PinRun(
            Repository repository,
            Definitions definitions,
            Network network,
            String server,
            Optional<String> registry,
            Optional<PinUpdate> update,
            PinProgress progress) {
        this.repository = repository;
        this.definitions = definitions;
        this.network = network;
        this.server = server;
        this.registry = registry;
        this.update = update;
        this.progress = progress;
    }

    /** Whether the findings of a check matter to a run: those of references and images that are not pinned. */
    public static boolean matters(String checkId) {
        return checkId.equals(USES) || checkId.equals(IMAGES);
    }

    /** Whether a text can name a registry: host, or host:port. */
    public static boolean isRegistry(String text) {
        return ImageName.isRegistry(text);
    }

    /**
     * Pins what can be pinned.
     *
     * @param unpinned the findings of references that are not pinned as the policy demands
     * @param excused findings that the policy or a comment takes back
     */
    public PinOutcome run(Collection<Finding> unpinned, Collection<Finding> excused) {
        ActionPins actions = actions(places(unpinned, USES));
        List<ImagePlace> images = images(lines(excused));
        Map<ImageName, Answer<String>> digests = ask(new ImageRegistry(network.access()), "images", names(images));
        int pinned = 0;
        int refreshed = 0;
        for (ImagePlace image : images) {
            boolean changed = pin(image, digests);
            pinned += changed && !image.reference().isPinned() ? 1 : 0;
            refreshed += changed && image.reference().isPinned() ? 1 : 0;
        }
        SortedMap<String, String> texts = new TreeMap<>();
        edits.forEach((path, file) -> {
            if (!file.isEmpty()) {
                file.text()
                        .ifPresentOrElse(
                                text -> texts.put(path, text),
                                () -> problems.add(path + ": is left as it is: it would not say the same otherwise"));
            }
        });
        return new PinOutcome(
                texts,
                actions.pinned() + pinned,
                actions.updated() + refreshed,
                actions.commented(),
                sorted(problems),
                sorted(notes));
    }

    private static List<String> sorted(List<String> sentences) {
        Set<String> sorted = new TreeSet<>(NaturalOrder.INSTANCE);
        sorted.addAll(sentences);
        return List.copyOf(sorted);
    }

    private ActionPins actions(Set<Location> unpinned) {
        ActionPins actions =
                new ActionPins(this::address, this::edits, update.map(NewerVersions::new), problems, notes);
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.of(definition)) {
                Optional<GitRef> ref = reference.repository().flatMap(Uses.Repository::ref);
                boolean wanted = ref.filter(GitRef::isCommit).isPresent()
                        || unpinned.contains(definition.source().at(reference.span()));
                if (ref.isPresent() && wanted) {
                    actions.add(reference, definition);
                }
            }
        }
        actions.refs(ask(new GitRemote(network.access()), "repositories", actions.repositories()));
        actions.reach(ask(new GitReach(network.access()), "histories", actions.histories()));
        actions.ages(ask(new GitDates(network.access()), "ages of versions", actions.ages()));
        actions.decide();
        return actions;
    }

    private String address(Uses.Repository uses) {
        return server + "/" + uses.slug();
    }

    private PinEdits edits(SourceFile source) {
        return edits.computeIfAbsent(source.path(), first -> new PinEdits(source));
    }

    private <Q, A> Map<Q, Answer<A>> ask(Port<Q, A> port, String what, Collection<Q> questions) {
        return network.ask(new WatchedPort<>(port, what, questions.size(), progress), questions);
    }

    private static Set<Location> places(Collection<Finding> findings, String checkId) {
        Set<Location> places = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.checkId().equals(checkId))
                .forEach(finding -> places.add(finding.primary()));
        return places;
    }

    /** The lines on which images may stay as they are. */
    private static Predicate<ImagePlace> lines(Collection<Finding> excused) {
        Set<String> lines = new HashSet<>();
        for (Location place : places(excused, IMAGES)) {
            lines.add(place.path() + ":" + place.line());
        }
        return image ->
                lines.contains(image.source().path() + ":" + image.span().line());
    }

    private List<ImagePlace> images(Predicate<ImagePlace> excused) {
        ImagePlaces found = ImagePlaces.of(repository, definitions);
        notes.addAll(found.untouched());
        return found.places().stream()
                .filter(image -> image.reference().isPinned() ? isToRefresh(image) : !excused.test(image))
                .toList();
    }

    private boolean isToRefresh(ImagePlace image) {
        boolean wanted = update.isPresent();
        ImageReference reference = image.reference();
        if (wanted && reference.tag().isEmpty()) {
            notes.add(ImagePlaces.at(image.source(), image.span().line()) + "the image '" + image.text()
                    + "' is not updated: it has no tag, of which there could be another digest");
        }
        return wanted && reference.tag().isPresent();
    }

    private Set<ImageName> names(List<ImagePlace> images) {
        Set<ImageName> names = new LinkedHashSet<>();
        images.forEach(image -> ImageName.of(image.reference(), registry).ifPresent(names::add));
        return names;
    }

    private boolean pin(ImagePlace image, Map<ImageName, Answer<String>> digests) {
        ImageReference reference = image.reference();
        String place = ImagePlaces.at(image.source(), image.span().line()) + "the image '" + image.text() + "' is not "
                + (reference.isPinned() ? "updated: " : "pinned: ");
        if (registry.isEmpty() && !ImageName.namesRegistry(reference)) {
            problems.add(place + "it names no registry; say which with -Dhardening.registry");
            return false;
        }
        Optional<ImageName> name = ImageName.of(reference, registry);
        boolean broken = reference.digest().isPresent() && !reference.isPinned();
        if (broken || name.isEmpty()) {
            problems.add(place + "no registry takes that name");
            return false;
        }
        Answer<String> answer = digests.get(name.get());
        if (answer.value().isEmpty()) {
            problems.add(place + answer.problem());
            return false;
        }
        String digest = answer.value().get();
        if (reference.digest().filter(digest::equalsIgnoreCase).isPresent()) {
            return false;
        }
        int end =
                reference.isPinned() ? image.text().indexOf('@') : image.text().length();
        return edits(image.source()).value(image.span(), image.text().substring(0, end) + "@" + digest);
    }
}
