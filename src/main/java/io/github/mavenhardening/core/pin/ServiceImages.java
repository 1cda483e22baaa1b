package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.workflow.ImagePlace;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * The images that files of other systems name: Compose's services, and the jobs of GitLab CI with the services beside them.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/services/#image">Compose: image</a>
 * @see <a href="https://docs.gitlab.com/ci/yaml/#image">GitLab CI: image</a>
 */
final class ServiceImages {

    private final List<ImagePlace> images = new ArrayList<>();

    private ServiceImages() {}

    /** Those of a Compose file, in the order of the text. */
    static List<ImagePlace> ofCompose(YamlDocument document) {
        ServiceImages found = new ServiceImages();
        document.mapping()
                .flatMap(top -> top.mapping("services"))
                .ifPresent(services -> services.entries().forEach(service -> {
                    if (service.value() instanceof YamlMapping mapping) {
                        mapping.scalar("image").ifPresent(found::add);
                    }
                }));
        return List.copyOf(found.images);
    }

    /** Those of GitLab's CI, in the order of the text. */
    static List<ImagePlace> ofGitLab(YamlDocument document) {
        ServiceImages found = new ServiceImages();
        document.mapping().ifPresent(top -> {
            found.job(top);
            for (YamlMapping.Entry entry : top.entries()) {
                if (entry.value() instanceof YamlMapping job && !entry.name().equals("image")) {
                    found.job(job);
                }
            }
        });
        return List.copyOf(found.images);
    }

    private void job(YamlMapping job) {
        job.get("image").ifPresent(this::named);
        job.get("services").ifPresent(services -> {
            if (services instanceof YamlSequence list) {
                list.values().forEach(this::named);
            }
        });
    }

    private void named(YamlNode image) {
        if (image instanceof YamlScalar scalar) {
            add(scalar);
        } else if (image instanceof YamlMapping mapping) {
            mapping.scalar("name").ifPresent(this::add);
        }
    }

    private void add(YamlScalar scalar) {
        if (!scalar.isNull() && !scalar.value().isBlank()) {
            images.add(ImagePlace.in(scalar, scalar.value().strip()));
        }
    }
}
