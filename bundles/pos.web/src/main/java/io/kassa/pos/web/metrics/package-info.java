/** What the till measures, in Prometheus' text form. */
package io.kassa.pos.web.metrics;
