/** Configuration: methods, registers, products, and the settings of plug-ins. */
package io.kassa.pos.host.config;
