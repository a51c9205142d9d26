/** The shop that the demo shows. */
package io.kassa.pos.host.demo;
