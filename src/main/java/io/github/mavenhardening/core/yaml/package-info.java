/** YAML with exact places: a small tree over SnakeYAML's events, bounded against hostile input. */
package io.github.mavenhardening.core.yaml;
