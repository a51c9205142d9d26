/** Payment methods as they come and go, and calling them with bounded patience. */
package io.kassa.pos.host.method;
