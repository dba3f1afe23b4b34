delete from mart.smoothing;
