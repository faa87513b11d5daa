"""Misspellings so common that lists of words hold them, each with what is meant; names of tools."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def words(text: str) -> tuple[str, ...]:
    """The words of a line."""
    return tuple(text.split())


def _pairs(text: str) -> Mapping[str, str]:
    found = words(text)
    return MappingProxyType(dict(zip(found[::2], found[1::2], strict=True)))


MISSPELT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": _pairs("""
            accomodation accommodation aquire acquire arguement argument begining beginning beleive
            believe bussiness business calender calendar catagory category changable changeable
            commited committed commitee committee comparision comparison concensus consensus
            definately definitely dependance dependence developement development dissapoint
            disappoint embarass embarrass enviroment environment existance existence expence
            expense familar familiar foward forward goverment government grammer grammar harrass
            harass humourous humorous immediatly immediately independance independence independant
            independent knowlege knowledge liason liaison maintainance maintenance maintenence
            maintenance neccessary necessary noticable noticeable occured occurred occurance
            occurrence occurence occurrence occuring occurring paralel parallel persistant
            persistent posession possession prefered preferred preceeding preceding priviledge
            privilege probaly probably proccess process publically publicly recieve receive
            recieved received recomend recommend refered referred refering referring relevent
            relevant seperate separate seperately separately seperation separation sucess success
            sucessful successful succesful successful succesfully successfully supercede supersede
            suprise surprise tendancy tendency threshhold threshold tommorow tomorrow transfered
            transferred truely truly untill until usefull useful wich which writting writing
        """),
        "de": _pairs("""
            agressiv aggressiv bewußt bewusst daß dass gewiß gewiss häßlich hässlich interressant
            interessant konkurenz Konkurrenz laßt lasst läßt lässt maschiene Maschine mißerfolg
            Misserfolg mißverständnis Missverständnis müßte müsste mußte musste mußten mussten muß
            muss müßen müssen paßt passt packet Paket prozeß Prozess projezieren projizieren
            reperatur Reparatur resourcen Ressourcen rythmus Rhythmus schluß Schluss seperat
            separat standart Standard standarts Standards streß Stress vorraus voraus
            vorraussetzung Voraussetzung warscheinlich wahrscheinlich wiederspiegeln widerspiegeln
            wiederspiegelt widerspiegelt wiederspruch Widerspruch wußte wusste zusammenfaßung
            Zusammenfassung
        """),
    }
)
"""By language, in small letters; what is meant as it is written."""
TOOLS = words("""
    Airflow Argo Arize Artifactory Avro Azure Bamboo Bazel BentoML Bitbucket Cassandra Collibra
    Comet Confluence Dagster Databricks Dataiku Datadog Delta Docker Elastic Evidently Fiddler
    Flink Flyte Gitea Grafana Grype Hadoop Hashicorp Helm Hive Iceberg Jenkins Jira Jupyter Kafka
    Keras Kibana Kubeflow Kubernetes Looker Metaflow Nexus Okta Optuna Parquet Pandas Pickle Podman
    Polars Prefect Presto Prometheus Pulsar Pulumi Pydantic Python Redis Redshift Repository
    Repositorys Repositories Sagemaker Scikit Seldon Sentry Slack Snowflake Spark Splunk Tableau
    Tecton Tensorflow Terraform Trino Triton Unleash Vault Vertex Warehouse Weaviate Yaml Zenml
    Zookeeper backtest backtesting canary checkpoint checkpoints dataframe dataset datasets
    finetune finetuning hyperparameter hyperparameters notebook notebooks onboarding overfitting
    retrain retrained retraining retrains rollback rollout runbook runbooks scheduler score scores
    serverless
""")
"""Words of the trade that no dictionary holds, in any language."""
