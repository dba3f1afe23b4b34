create view main.smoothing as
from mart.smoothing;
