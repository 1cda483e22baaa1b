package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The sources of a policy. Of two that speak of a setting the one further up is heard: the parameters, the repository's policy
 * file, its {@code zizmor.yml}, the organisation's policies, the defaults.
 *
 * @param parameters the layers of the command line and of the POM, the uppermost first
 * @param file the policy file's path in the repository; empty for the usual places
 * @param organisation policies from outside of the repository, the uppermost first
 */
public record PolicySources(List<PolicyLayer> parameters, Optional<String> file, List<SourceFile> organisation) {

    public PolicySources {
        parameters = List.copyOf(parameters);
        organisation = List.copyOf(organisation);
    }

    /**
     * The policy that they make for a repository.
     *
     * @throws ConfigurationException when a source cannot be taken as it is, or loosens what one below it makes final
     */
    public Policy read(Repository repository, Checks checks) {
        ZizmorConfig zizmor = ZizmorConfig.find(repository, checks);
        List<PolicyLayer> layers = new ArrayList<>(parameters);
        layers.add(
                file.isPresent()
                        ? PolicyFile.read(repository, file.get(), checks)
                        : PolicyFile.find(repository, checks));
        layers.add(zizmor.settings());
        PolicyLayer whole = PolicyLayer.none();
        for (int i = organisation.size() - 1; i >= 0; i--) {
            whole = on(whole, PolicyFile.parse(organisation.get(i), checks), checks);
        }
        new FinalSettings(whole.settings()).keep(zizmor.exemptions());
        Collections.reverse(layers);
        for (PolicyLayer layer : layers) {
            whole = on(whole, layer, checks);
        }
        return whole.toPolicy(zizmor.exemptions());
    }

    /** A layer on top of what those below come to, of which it loosens nothing that is final there. */
    private static PolicyLayer on(PolicyLayer below, PolicyLayer layer, Checks checks) {
        new FinalSettings(below.settings()).keep(layer, below, checks);
        return layer.over(below);
    }
}
