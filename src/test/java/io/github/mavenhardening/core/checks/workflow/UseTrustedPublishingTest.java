package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UseTrustedPublishingTest {

    private static final UseTrustedPublishing CHECK = new UseTrustedPublishing();

    @Test
    void findsActionsThatAreHandedACredential() {
        MarkedYaml.steps("""
                - uses: pypa/gh-action-pypi-publish@v1                  # finds: use-trusted-publishing info
                  with: {password: x}
                - uses: pypa/gh-action-pypi-publish@v1
                - uses: pypa/gh-action-pypi-publish@v1                  # finds: use-trusted-publishing info
                  with: {password: x, repository-url: 'https://test.pypi.example/legacy/'}
                - uses: pypa/gh-action-pypi-publish@v1
                  with: {password: x, repository_url: 'https://repo.example.org/'}
                - uses: pypa/gh-action-pypi-publish@v1                  # finds: use-trusted-publishing info
                  with: {password: x, repository-url: '${{ inputs.url }}'}
                - uses: pypa/gh-action-pypi-publish@v1
                  with: {password: x, repository-url: "${{ 'https://repo.example.org/' }}"}
                - uses: pypa/gh-action-pypi-publish@v1
                  with: {password: x, repository-url: 'https://${{ inputs.host }}/'}
                - uses: rubygems/release-gem@v1                         # finds: use-trusted-publishing info
                  with: {setup-trusted-publisher: false}
                - uses: rubygems/release-gem@v1
                - uses: rubygems/configure-rubygems-credentials@v1      # finds: use-trusted-publishing info
                  with: {api-token: x}
                - uses: rubygems/configure-rubygems-credentials@v1
                  with: {api-token: x, gem-server: 'https://repo.example.org'}
                - uses: rubygems/configure-rubygems-credentials@v1      # finds: use-trusted-publishing info
                  with: {api-token: x, gem-server: '${{ vars.SERVER }}'}
                - uses: actions/setup-node@v4                           # finds: use-trusted-publishing info
                  with: {always-auth: true}
                - uses: actions/setup-node@v4                           # finds: use-trusted-publishing info
                  with: {always-auth: '${{ inputs.auth }}', registry-url: '${{ inputs.url }}'}
                - uses: actions/setup-node@v4
                  with: {always-auth: true, registry-url: 'https://repo.example.org'}
                - uses: actions/setup-node@v4
                  with: {always-auth: false, registry-url: '${{ inputs.url }}'}
                - uses: actions/setup-node@v4
                  with: {node-version: 24}
                """).isFoundBy(CHECK);
    }

    @Test
    void findsCommandsThatPublish() {
        MarkedYaml.steps("""
                - run: npm publish                             # finds: use-trusted-publishing info
                - run: npm publish --dry-run
                - run: npm run publish                         # finds: use-trusted-publishing info
                - run: npm run build publish
                - run: poetry run publish                      # finds: use-trusted-publishing info
                - run: uv run publish
                - run: cargo run publish
                - run: cargo release publish                   # finds: use-trusted-publishing info
                - run: sudo pnpm --filter web publish          # finds: use-trusted-publishing info
                - run: yarn npm publish                        # finds: use-trusted-publishing info
                - run: yarn workspace web npm publish          # finds: use-trusted-publishing info
                - run: cargo +nightly publish                  # finds: use-trusted-publishing info
                - run: cargo publish -n
                - run: python3.10 -m twine upload dist/*       # finds: use-trusted-publishing info
                - run: python -m build && twine upload dist/*  # finds: use-trusted-publishing info
                - run: pipx run twine==6.1.0 upload dist/*     # finds: use-trusted-publishing info
                - run: twine check dist/*
                - run: bundle exec gem push x.gem              # finds: use-trusted-publishing info
                - run: dotnet nuget push x.nupkg               # finds: use-trusted-publishing info
                - run: echo npm publish
                - run: mvn deploy
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesRegistriesThatAreOthers() {
        MarkedYaml.steps("""
                - run: npm publish --registry https://npm.example.org/
                - run: npm publish --registry=https://npm.example.org:8443
                - run: twine upload --repository-url https://repo.example.org/simple/ dist/*
                - run: uv publish --publish-url https://repo.example.org/legacy/
                - run: gem push --host https://repo.example.org x.gem
                - run: dotnet nuget push x.nupkg --source https://repo.example.org/v3/index.json
                - run: npm publish --registry https://crates.example/                     # finds: use-trusted-publishing info
                - run: npm publish --registry "$REGISTRY"                            # finds: use-trusted-publishing info
                - run: npm publish --registry https://$HOST/                         # finds: use-trusted-publishing info
                - run: npm publish --registry=${{ vars.REGISTRY }}                   # finds: use-trusted-publishing info
                - run: npm publish --registry                                        # finds: use-trusted-publishing info
                - run: dotnet nuget push x.nupkg --source https://api.nuget.example/v3/index.json   # finds: use-trusted-publishing info
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesJobsThatHaveAnIdentity() {
        MarkedYaml.workflow("""
                on: push
                permissions: {id-token: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: npm publish
                  b:
                    runs-on: ubuntu-24.04
                    permissions: {}
                    steps:
                      - run: npm publish     # finds: use-trusted-publishing info
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesCommandsOfActionsToTheirCallers() {
        MarkedYaml.action("""
                runs:
                  using: composite
                  steps:
                    - run: npm publish
                      shell: bash
                    - uses: pypa/gh-action-pypi-publish@v1   # finds: use-trusted-publishing info
                      with: {password: x}
                """).isFoundBy(CHECK);
    }
}
