delete from mart.simulation;
