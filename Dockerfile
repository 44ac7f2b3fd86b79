FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /muster
COPY pom.xml mvnw ./
COPY .mvn .mvn
RUN ./mvnw -B -q dependency:go-offline -Dmaven.test.skip=true || true
COPY frontend frontend
COPY src/main src/main
RUN ./mvnw -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    && java -Djarmode=tools -jar target/muster.jar extract --layers --destination target/layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 muster && mkdir /data && chown muster /data
WORKDIR /muster
COPY --from=build /muster/target/layers/dependencies/ ./
COPY --from=build /muster/target/layers/spring-boot-loader/ ./
COPY --from=build /muster/target/layers/snapshot-dependencies/ ./
COPY --from=build /muster/target/layers/application/ ./
COPY .mvn/make-cache ./
RUN sh make-cache java muster.jar muster.aot || echo "Starts without a cache."
USER muster
ENV MUSTER_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=muster.aot", "-Xlog:aot*=off", "-Xlog:cds*=off", "--enable-native-access=ALL-UNNAMED", "-jar", "muster.jar"]
