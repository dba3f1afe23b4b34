create view main.simulation as
from mart.simulation;
